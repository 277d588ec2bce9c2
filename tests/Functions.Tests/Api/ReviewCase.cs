using System.Net.Http.Json;
using System.Text.Json;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

/// <summary>A cohort whose rules send every portrait where the test needs it, with a student S1 and that student's photo.</summary>
internal sealed class ReviewCase : IDisposable
{
    private const double NoPortraitIsThatSharp = 1e9;
    private readonly FunctionApp _app;
    private readonly HttpClient _admin;
    private readonly string _cohort;

    private ReviewCase(FunctionApp app, HttpClient admin, string cohort) => (_app, _admin, _cohort) = (app, admin, cohort);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public FunctionApp App => _app;

    /// <summary>Every portrait waits for a person, as photo-blurred.</summary>
    public static Task<ReviewCase> InReviewAsync(EmulatorFixture emulator, string cohort) =>
        CreateAsync(emulator, cohort, new { reviewEdgeVariance = NoPortraitIsThatSharp });

    /// <summary>Every portrait is rejected, as photo-blurred.</summary>
    public static Task<ReviewCase> RejectedAsync(EmulatorFixture emulator, string cohort) => CreateAsync(
        emulator, cohort, new { minEdgeVariance = NoPortraitIsThatSharp, reviewEdgeVariance = NoPortraitIsThatSharp });

    public Task<string> UploadAsync(byte[] photo, string id = TestIds.First) => _app.UploadAsync($"{_cohort}/TP1/{id}.jpg", photo);

    public Task<JsonElement> StudentAsync(string number = "S1") => GetAsync($"students/{number}");

    public async Task<string> Sha256Async() => (await StudentAsync()).GetProperty("photo").GetProperty("sha256").GetString()!;

    public async Task<JsonElement> GetAsync(string address) => await FunctionApp.ReadAsync(await SendAsync(address));

    public Task<HttpResponseMessage> SendAsync(string address) =>
        _admin.GetAsync(new Uri($"/api/cohorts/{_cohort}/{address}", UriKind.Relative), Token);

    /// <summary>Sends an act about a photo of S1; without a hash about the one that is there now.</summary>
    public async Task<HttpResponseMessage> ActAsync(string act, string? sha256 = null, string by = "王老师", string? reason = "理由充分") =>
        await _admin.PostAsJsonAsync(
            $"/api/cohorts/{_cohort}/students/S1/photo/{act}", new { sha256 = sha256 ?? await Sha256Async(), by, reason }, Token);

    /// <summary>Does what must succeed, and returns where the student stands then.</summary>
    public async Task<string> DoAsync(string act) =>
        (await FunctionApp.ReadAsync(await ActAsync(act))).GetProperty("collection").GetString()!;

    public void Dispose()
    {
        _admin.Dispose();
        _app.Dispose();
    }

    private static async Task<ReviewCase> CreateAsync(EmulatorFixture emulator, string cohort, object sharpness)
    {
        var app = new FunctionApp(emulator);
        var admin = await app.EnrolAsync(cohort, ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP2"));
        (await admin.PutAsJsonAsync($"/api/cohorts/{cohort}/photo-rules", new { sharpness }, Token)).EnsureSuccessStatusCode();
        var made = new ReviewCase(app, admin, cohort);
        await made.UploadAsync(SampleFiles.Portrait());
        return made;
    }
}
