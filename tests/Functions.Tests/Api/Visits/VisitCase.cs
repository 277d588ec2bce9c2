using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Links;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Tests.Api.Visits;

/// <summary>A student whose proofing is due, and who opens links.</summary>
internal sealed class VisitCase : IDisposable
{
    private static readonly string[] Told = ["action", "studentNumber", "details"];
    private readonly string _cohort;

    private VisitCase(FunctionApp app, HttpClient admin, string cohort) =>
        (App, Admin, _cohort, Browser) = (app, admin, cohort, app.CreateClient());

    public FunctionApp App { get; }

    public HttpClient Admin { get; }

    /// <summary>Bears no credential.</summary>
    public HttpClient Browser { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<VisitCase> BeginAsync(EmulatorFixture emulator, string cohort, string name = "张三丰")
    {
        var app = new FunctionApp(emulator);
        var admin = await app.EnrolAsync(cohort, ("S20230001", name, TestIds.First, "TP1"), ("S20230002", "李四", TestIds.Second, "TP2"));
        var visit = new VisitCase(app, admin, cohort);
        await visit.RecordAsync("proofingFellDue");
        return visit;
    }

    public async Task RecordAsync(string happened) => (await Admin.PostAsJsonAsync(
        $"/api/cohorts/{_cohort}/students/S20230001/proofing", new { @event = happened, by = "王老师" }, Token)).EnsureSuccessStatusCode();

    public async Task SettleAsync(object settings) =>
        (await Admin.PutAsJsonAsync($"/api/cohorts/{_cohort}", settings, Token)).EnsureSuccessStatusCode();

    public async Task<Student> StudentAsync(string number = "S20230001")
    {
        var directory = App.Services.GetRequiredService<StudentDirectory>();
        return (await directory.FindStudentAsync(CohortCode.Parse(_cohort).Value!, StudentNumber.Parse(number).Value!, null, Token))!;
    }

    /// <summary>The path of the student's link to the question as it is asked now.</summary>
    public async Task<string> ProofingLinkAsync(string number = "S20230001") =>
        (await Links().ProofingAsync(await StudentAsync(number), Token)).AbsolutePath;

    public async Task<string> MailLinkAsync() => (await Links().OptOutAsync((await StudentAsync()).Key, Token)).AbsolutePath;

    /// <summary>Links of another day.</summary>
    public StudentLinks Links(DateTimeOffset? now = null) => new(
        App.Services.GetRequiredService<LinkKeysSource>(),
        App.Services.GetRequiredService<AppSettings>(),
        now is { } at ? new SetClock(at) : TimeProvider.System);

    public Task<(HttpStatusCode Status, string Text)> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<(HttpStatusCode Status, string Text)> PostAsync(string path, params (string Name, string Value)[] form) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    public async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpRequestMessage request)
    {
        using var response = await Browser.SendAsync(request, Token);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token)));
    }

    /// <summary>The events of the student's history, with what stands beside them.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync()
    {
        var page = await FunctionApp.ReadAsync(
            await Admin.GetAsync(new Uri($"/api/cohorts/{_cohort}/students/S20230001", UriKind.Relative), Token));
        return [.. page.GetProperty("history").EnumerateArray().Select(Line)];

        static string Line(JsonElement line) =>
            $"{line.GetProperty("event").GetString()} {line.GetProperty("by").GetString()} {line.GetProperty("details").GetString()}".TrimEnd();
    }

    /// <summary>The lines of the audit trail that students' links have left about this cohort.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        var day = ChinaTime.DateAt(TimeProvider.System.GetUtcNow());
        var page = await FunctionApp.ReadAsync(await Admin.GetAsync(
            new Uri($"/api/audit?day={day:yyyy-MM-dd}&credential=student-link&top=1000", UriKind.Relative), Token));
        return
        [
            .. page.GetProperty("items").EnumerateArray()
                .Where(line => line.GetProperty("cohort").GetString() == _cohort)
                .Select(line => string.Join(' ', Told.Select(name => line.GetProperty(name).GetString()))),
        ];
    }

    public void Dispose()
    {
        Browser.Dispose();
        Admin.Dispose();
        App.Dispose();
    }
}
