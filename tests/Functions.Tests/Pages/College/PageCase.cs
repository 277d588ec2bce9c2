using System.Net;
using System.Net.Http.Json;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Pages.College;

/// <summary>A cohort with two students of TP1 and one of TP2, and somebody who looks at the pages of the college.</summary>
internal sealed class PageCase : IDisposable
{
    private const double NoPortraitIsThatSharp = 1e9;
    private readonly string _cohort;
    private readonly HttpClient _admin;

    private PageCase(FunctionApp app, HttpClient admin, string cohort) => (App, _admin, _cohort) = (app, admin, cohort);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public FunctionApp App { get; }

    /// <summary>Every portrait waits for a person, as photo-blurred, unless the rules are left as they are.</summary>
    public static async Task<PageCase> CreateAsync(EmulatorFixture emulator, string cohort, bool isInReview = false)
    {
        var app = new FunctionApp(emulator);
        var admin = await app.EnrolAsync(
            cohort,
            ("S1", "张三", TestIds.First, "TP1"),
            ("S2", "<script>alert(1)</script>", TestIds.Second, "TP1"),
            ("S3", "王五", TestIds.Number(3), "TP2"));
        var made = new PageCase(app, admin, cohort);
        if (isInReview)
        {
            (await admin.PutAsJsonAsync(
                $"/api/cohorts/{cohort}/photo-rules", new { sharpness = new { reviewEdgeVariance = NoPortraitIsThatSharp } }, Token))
                .EnsureSuccessStatusCode();
        }

        return made;
    }

    public Task UploadAsync(string id, int portrait = 1, string point = "TP1") =>
        App.UploadAsync($"{_cohort}/{point}/{id}.jpg", SampleFiles.Portrait(portrait));

    /// <summary>The administrator, or, with a teaching point, its teacher 王老师.</summary>
    public async Task<Browser> OpenAsync(string? point = null) =>
        await Browser.SignedInAsync(App, point is null ? FunctionApp.AdminKey : await App.IssueKeyAsync(point));

    public string Dashboard(string path = "") => $"/api/dashboard/{_cohort}/students{path}";

    public string Desk(string path, string point = "TP1") => $"/api/desk/{_cohort}/{point}/{path}";

    public async Task<string> Sha256Async(string number) => (await FunctionApp.ReadAsync(
        await _admin.GetAsync(new Uri($"/api/cohorts/{_cohort}/students/{number}", UriKind.Relative), Token)))
        .GetProperty("photo").GetProperty("sha256").GetString()!;

    public async Task<string> CollectionAsync(string number) => (await FunctionApp.ReadAsync(
        await _admin.GetAsync(new Uri($"/api/cohorts/{_cohort}/students/{number}", UriKind.Relative), Token)))
        .GetProperty("collection").GetString()!;

    /// <summary>A page's text as its source says it.</summary>
    public static async Task<string> ReadAsync(Browser browser, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await browser.GetAsync(path);
        return await ReadAsync(answer, expected);
    }

    public static async Task<string> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        Assert.Equal((expected, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync(Token);
    }

    /// <summary>Sends a form as the page would, with the page's token.</summary>
    public static async Task<HttpResponseMessage> PostAsync(Browser browser, string path, params (string Name, string Value)[] form) =>
        await browser.PostAsync(path, [.. form, (Browser.TokenField, await browser.FormTokenAsync())]);

    public void Dispose()
    {
        _admin.Dispose();
        App.Dispose();
    }
}
