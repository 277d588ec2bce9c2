using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Tests;

/// <summary>What a browser does about sessions: keeps cookies, sends them by itself. Follows nothing, so that each answer is seen.</summary>
internal sealed class Browser(WebApplicationFactory<AppSettings> app) : IDisposable
{
    public const string SessionCookie = "photofunctions";
    public const string FormCookie = "photofunctions-form";
    public const string TokenField = "__RequestVerificationToken";
    public const string TokenHeader = "X-Form-Token";

    private readonly HttpClient _client =
        app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>Names and values. A test may change them as a thief would.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    public bool HasSession => Cookies.ContainsKey(SessionCookie);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Browser> SignedInAsync(WebApplicationFactory<AppSettings> app, string key)
    {
        var browser = new Browser(app);
        using var answer = await browser.SignInAsync(key);
        Assert.Equal(303, (int)answer.StatusCode);
        return browser;
    }

    public async Task<HttpResponseMessage> SignInAsync(string key, string? back = null) =>
        await PostAsync("/api/sign-in", ("accessKey", key), ("back", back ?? ""), (TokenField, await FormTokenAsync()));

    /// <summary>The token as a page has it in its forms, and its script in a meta element.</summary>
    public async Task<string> FormTokenAsync() => (await SessionAsync()).GetProperty("formToken").GetString()!;

    public async Task<JsonElement> SessionAsync()
    {
        using var answer = await GetAsync("/api/session");
        return await FunctionApp.ReadAsync(answer);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends a form with these fields and nothing else: the token, too, has to be named.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] form) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await _client.SendAsync(request, Token);
        foreach (var cookie in SetCookies(response))
        {
            var (name, value) = (cookie[..cookie.IndexOf('=', StringComparison.Ordinal)], cookie.Split(';')[0].Split('=', 2)[1]);
            if (value.Length == 0)
            {
                Cookies.Remove(name);
            }
            else
            {
                Cookies[name] = value;
            }
        }

        return response;
    }

    public static IReadOnlyList<string> SetCookies(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];

    public void Dispose() => _client.Dispose();
}
