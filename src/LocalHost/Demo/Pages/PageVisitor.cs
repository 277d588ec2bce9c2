using System.Net;
using System.Text.Json;

namespace PhotoFunctions.LocalHost.Demo.Pages;

/// <summary>Opens the app's pages as a browser does: signs in with a key, keeps the cookies, looks.</summary>
internal sealed class PageVisitor : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly HttpClient _http;

    public PageVisitor(Uri address)
    {
        var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        _http = new HttpClient(handler) { BaseAddress = address };
    }

    /// <summary>Signs in, and looks at a page.</summary>
    /// <exception cref="DemoException">Either is refused.</exception>
    public async Task<int> LookAsync(string key, string page, CancellationToken cancellationToken)
    {
        var session = JsonSerializer.Deserialize<Session>(await GetAsync("api/session", cancellationToken), Json)!;
        using var form = new FormUrlEncodedContent(
        [
            new("accessKey", key), new("back", $"/{page}"), new("__RequestVerificationToken", session.FormToken),
        ]);
        await form.LoadIntoBufferAsync(cancellationToken);
        using var answer = await _http.PostAsync(new Uri("api/sign-in", UriKind.Relative), form, cancellationToken);
        return answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location?.OriginalString == $"/{page}"
            ? (await GetAsync(page, cancellationToken)).Length
            : throw new DemoException($"POST /api/sign-in: expected a way to the page but received {(int)answer.StatusCode}.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<byte[]> GetAsync(string address, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative), cancellationToken);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsByteArrayAsync(cancellationToken)
            : throw new DemoException($"GET /{address}: {(int)answer.StatusCode}.");
    }

    private sealed record Session(string FormToken);
}
