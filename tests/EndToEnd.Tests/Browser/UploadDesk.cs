using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Playwright;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.LocalHost.Demo;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>A teaching point with a key, browsers that are signed in with it, and students whom no other test uses.</summary>
internal sealed class UploadDesk(PipelineHost host, Chromium chromium)
{
    public const string Point = "TP001";

    private readonly CollegeTour _tour = new(chromium, host.Address);
    private string? _key;

    /// <summary>From where the page may load.</summary>
    public IReadOnlyList<Uri> Places { get; } = [new Uri(host.Address, "api/"), Storage(host)];

    public HttpClient Admin { get; } = new()
    {
        BaseAddress = host.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", PipelineHost.AdminKey) },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<(BrowserVisit Visit, UploadVisit Page)> OpenAsync(
        bool isPhone = false, string query = "", string cohort = PipelineHost.Cohort)
    {
        var visit = await VisitAsync(isPhone);
        var page = new UploadVisit(visit, host.Address, cohort, Point);
        await page.OpenAsync(query);
        return (visit, page);
    }

    public async Task<BrowserVisit> VisitAsync(bool isPhone) => await _tour.VisitAsync(await KeyAsync(), isPhone);

    /// <summary>The teaching point's key.</summary>
    public async Task<string> KeyAsync()
    {
        if (_key is null)
        {
            var body = new { holder = "王老师", role = "teachingPoint", teachingPoint = Point };
            using var answer = await Admin.PostAsJsonAsync(new Uri("api/access-keys", UriKind.Relative), body, Token);
            _key = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("token").GetString()!;
        }

        return _key;
    }

    /// <summary>Signs in anew, as in another tab of the same browser.</summary>
    public async Task SignInAsync(IBrowserContext browser)
    {
        var session = await browser.APIRequest.GetAsync(new Uri(host.Address, "api/session").AbsoluteUri);
        var form = browser.APIRequest.CreateFormData()
            .Set("accessKey", await KeyAsync())
            .Set("__RequestVerificationToken", (await session.JsonAsync())!.Value.GetProperty("formToken").GetString()!);
        var answer = await browser.APIRequest.PostAsync(
            new Uri(host.Address, "api/sign-in").AbsoluteUri, new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(303, answer.Status);
    }

    /// <summary>A student of the teaching point.</summary>
    public SampleStudent Take()
    {
        while (true)
        {
            if (host.TakeStudent() is { TeachingPoint: Point } student)
            {
                return student;
            }
        }
    }

    // Links lead through the gate.
    private static Uri Storage(PipelineHost host) => new($"http://127.0.0.1:{host.Gate.Port}/{new BlobServiceClient(host.Storage).AccountName}/");
}
