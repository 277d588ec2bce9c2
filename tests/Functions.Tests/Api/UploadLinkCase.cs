using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PhotoFunctions.Functions.Tests.Api;

/// <summary>A cohort with students S1 of TP1 and S2 of TP2, a credential of TP1, and a client that has nothing but links.</summary>
internal sealed class UploadLinkCase : IDisposable
{
    private readonly string _cohort;

    private UploadLinkCase(FunctionApp app, HttpClient admin, string cohort) => (App, Admin, _cohort) = (app, admin, cohort);

    public FunctionApp App { get; }

    public HttpClient Admin { get; }

    public HttpClient TeachingPoint { get; private set; } = null!;

    public HttpClient Stranger { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<UploadLinkCase> OpenAsync(EmulatorFixture emulator, string cohort, string clockOffset = "")
    {
        var app = new FunctionApp(emulator) { Settings = { ["ClockOffset"] = clockOffset } };
        var admin = await app.EnrolAsync(cohort, ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP2"));
        var opened = new UploadLinkCase(app, admin, cohort) { TeachingPoint = app.CreateClient() };
        using var answer = await admin.PostAsJsonAsync(
            "/api/access-keys", new { holder = "王老师", role = "teachingPoint", teachingPoint = "TP1" }, Token);
        var key = (await FunctionApp.ReadAsync(answer)).GetProperty("token").GetString();
        opened.TeachingPoint.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return opened;
    }

    public string BlobName(string name) => $"{_cohort}/TP1/{name}";

    public Task<HttpResponseMessage> AskAsync(object body, string point = "TP1") => TeachingPoint.PostAsJsonAsync(
        new Uri($"/api/cohorts/{_cohort}/teaching-points/{point}/uploads", UriKind.Relative), body, Token);

    public async Task<IReadOnlyList<JsonElement>> LinksAsync(params (string Name, long Bytes)[] files)
    {
        using var answer = await AskAsync(new { files = files.Select(file => new { name = file.Name, bytes = file.Bytes }) });
        return [.. (await FunctionApp.ReadAsync(answer)).GetProperty("items").EnumerateArray()];
    }

    /// <summary>The link for S1's photo.</summary>
    public async Task<Uri> LinkAsync(string name = $"{TestIds.First}.jpg") =>
        new(Assert.Single(await LinksAsync((name, 1000))).GetProperty("url").GetString()!);

    /// <summary>Sends what a browser sends; nothing but the link opens the storage.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri url, byte[]? content = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (content is not null)
        {
            request.Content = new ByteArrayContent(content);
            request.Headers.Add("x-ms-blob-type", "BlockBlob");
        }

        return await Stranger.SendAsync(request, Token);
    }

    public Task<JsonElement> StudentAsync() => GetAsync("students/S1");

    public async Task<JsonElement> GetAsync(string address) =>
        await FunctionApp.ReadAsync(await Admin.GetAsync(new Uri($"/api/cohorts/{_cohort}/{address}", UriKind.Relative), Token));

    public void Dispose()
    {
        Stranger.Dispose();
        TeachingPoint.Dispose();
        Admin.Dispose();
        App.Dispose();
    }
}
