using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;

namespace PhotoFunctions.Functions.Tests.Api.Reminders;

/// <summary>
/// A cohort a week before its window closes, at ten in the morning or at night: a student with an address, one without, and a teaching
/// point with one.
/// </summary>
internal sealed class ReminderCase : IDisposable
{
    public const string Today = "2027-06-23";
    private static readonly DateTimeOffset Morning = new(2027, 6, 23, 10, 0, 0, TimeSpan.FromHours(8));

    private ReminderCase(FunctionApp app, string cohort) => (App, Cohort, Admin) = (app, cohort, app.CreateAdmin());

    public FunctionApp App { get; }

    public string Cohort { get; }

    public HttpClient Admin { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ReminderCase> OpenAsync(string connection, string cohort, bool isNight = false)
    {
        var now = isNight ? Morning.AddHours(11) : Morning;
        var offset = TimeSpan.FromSeconds(Math.Round((now - TimeProvider.System.GetUtcNow()).TotalSeconds));
        var opened = new ReminderCase(new FunctionApp(connection) { Settings = { ["ClockOffset"] = $"{offset:c}" } }, cohort);
        await opened.PutAsync("", new
        {
            name = "2027届",
            collectionOpensOn = "2027-04-01",
            collectionClosesOn = "2027-06-30",
            reminderDaysBefore = new[] { 14, 7 },
        });
        await opened.PutAsync("/teaching-points/TP1", new { name = "第一教学点", mail = "tp1@college.example" });
        await opened.PutAsync("/teaching-points/TP2", new { name = "第二教学点" });
        var csv = "学号,姓名,身份证号,教学点,邮箱\n"
            + $"S1,张三,{TestIds.Number(601)},TP1,s1@mail.example\nS2,李四,{TestIds.Number(602)},TP1,\n";
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var answer = await opened.Admin.PostAsync(opened.Address("/roster"), content, Token);
        Assert.Equal(2, (await FunctionApp.ReadAsync(answer)).GetProperty("added").GetInt32());
        return opened;
    }

    public async Task<JsonElement> GetAsync(string path) => await FunctionApp.ReadAsync(await Admin.GetAsync(Address(path), Token));

    public Task<HttpResponseMessage> SendAsync(string path, object? body) =>
        Admin.PostAsync(Address(path), body is null ? null : JsonContent.Create(body), Token);

    public async Task<JsonElement> RunAsync(string query = "") =>
        await FunctionApp.ReadAsync(await SendAsync($"/reminders/run{query}", null));

    /// <summary>How many mails lie in the outbox.</summary>
    public async Task<int> CountMailsAsync() =>
        await App.Container("mail").GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{Cohort}/", Token)
            .CountAsync(Token);

    public Uri Address(string path) => new($"/api/cohorts/{Cohort}{path}", UriKind.Relative);

    public void Dispose()
    {
        Admin.Dispose();
        App.Dispose();
    }

    private async Task PutAsync(string path, object body)
    {
        using var answer = await Admin.PutAsJsonAsync(Address(path), body, Token);
        answer.EnsureSuccessStatusCode();
    }
}
