using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PhotoFunctions.Functions.Tests.Pages.SignIn;

/// <summary>
/// An identity provider on this machine: its description, its key, and the door at which a code becomes a token. It holds the app to
/// the flow: its own secret, the address that was registered, the proof of the code (PKCE), each code once.
/// </summary>
internal sealed class FakeTenant : IAsyncDisposable
{
    public const string ClientId = "22222222-2222-2222-2222-222222222222";
    public const string Secret = "the-secret-of-the-app";
    private readonly RSA _key = RSA.Create(2048);
    private readonly Dictionary<string, Dictionary<string, string>> _asked = [];
    private readonly WebApplication _server;

    private FakeTenant(WebApplication server) => _server = server;

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The claims of the next token, beside those that every token has.</summary>
    public Dictionary<string, object> Claims { get; set; } = [];

    /// <summary>What the tenant says instead of giving a token; null: it gives one.</summary>
    public string? Refusal { get; set; }

    public static async Task<FakeTenant> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var tenant = new FakeTenant(builder.Build());
        tenant._server.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, string>
        {
            ["issuer"] = tenant.Address.AbsoluteUri,
            ["authorization_endpoint"] = new Uri(tenant.Address, "authorize").AbsoluteUri,
            ["token_endpoint"] = new Uri(tenant.Address, "token").AbsoluteUri,
            ["jwks_uri"] = new Uri(tenant.Address, "keys").AbsoluteUri,
        }));
        tenant._server.MapGet("/keys", tenant.Keys);
        tenant._server.MapPost("/token", tenant.TokenAsync);
        await tenant._server.StartAsync(cancellationToken);
        return tenant;
    }

    /// <summary>Somebody signs in at the address to which the app sent the browser; gives the path that leads back to the app.</summary>
    public string SignIn(Uri authorize)
    {
        var asked = QueryHelpers.ParseQuery(authorize.Query).ToDictionary(one => one.Key, one => one.Value.ToString());

        // A code comes back in the address unless something else is asked for.
        Assert.Equal(
            ("/authorize", "code", "query", ClientId, "S256"),
            (authorize.AbsolutePath, asked["response_type"], asked.GetValueOrDefault("response_mode", "query"), asked["client_id"],
                asked["code_challenge_method"]));
        var code = Guid.NewGuid().ToString("N");
        _asked[code] = asked;
        return $"{new Uri(asked["redirect_uri"]).AbsolutePath}?code={code}&state={Uri.EscapeDataString(asked["state"])}";
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _key.Dispose();
    }

    private IResult Keys()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        var (n, e) = (Base64Url.EncodeToString(key.Modulus), Base64Url.EncodeToString(key.Exponent));
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "k1", n, e } } });
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        if (Refusal is { } refusal)
        {
            return Results.Json(new { error = "invalid_client", error_description = refusal }, statusCode: StatusCodes.Status401Unauthorized);
        }

        var form = await request.ReadFormAsync();
        if (!_asked.Remove(form["code"].ToString(), out var asked)
            || form["client_secret"] != Secret
            || form["redirect_uri"] != asked["redirect_uri"]
            || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($"{form["code_verifier"]}"))) != asked["code_challenge"])
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Address.AbsoluteUri,
            ["aud"] = ClientId,
            ["sub"] = "subject",
            ["nbf"] = now - 60,
            ["iat"] = now,
            ["exp"] = now + 600,
            ["nonce"] = asked["nonce"],
        };
        foreach (var (name, value) in Claims)
        {
            claims[name] = value;
        }

        var text = $"{Part(new { alg = "RS256", typ = "JWT", kid = "k1" })}.{Part(claims)}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var token = $"{text}.{Base64Url.EncodeToString(signature)}";
        return Results.Json(new { id_token = token, access_token = "unused", token_type = "Bearer" });
    }

    private static string Part(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
