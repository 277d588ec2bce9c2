using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PhotoFunctions.Functions.Tests.Api.Access;

public sealed class EntraTokenTests(EmulatorFixture emulator)
{
    private const string Issuer = "dotnet-user-jwts";
    private const string Audience = "http://localhost:7071";
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly string[] Administrator = ["PhotoFunctions.Administrator"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Knows_an_administrator_by_the_app_role()
    {
        using var app = App();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(app, Jwt(Administrator)));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(app, FunctionApp.AdminKey));
    }

    [Fact]
    public async Task Refuses_tokens_of_others_of_yesterday_and_without_the_role()
    {
        using var app = App();

        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(app, Jwt([])));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(app, Jwt(["Reader"])));
        Assert.All(
            [
                await AskAsync(app, Jwt(Administrator, audience: "http://elsewhere")),
                await AskAsync(app, Jwt(Administrator, issuer: "somebody")),
                await AskAsync(app, Jwt(Administrator, expires: -3600)),
                await AskAsync(app, Jwt(Administrator, key: RandomNumberGenerator.GetBytes(32))),
                await AskAsync(app, Jwt(Administrator)[..^2]),
                await AskAsync(app, Unsigned()),
            ],
            status => Assert.Equal(HttpStatusCode.Unauthorized, status));
    }

    [Theory]
    [InlineData("200.00:00:00")]
    [InlineData("-200.00:00:00")]
    public async Task Holds_tokens_against_the_real_clock(string offset)
    {
        using var app = App(offset);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(app, Jwt(Administrator)));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, Jwt(Administrator, expires: -3600)));
    }

    private FunctionApp App(string clockOffset = "") =>
        new(emulator) { Settings = Schemes().Append(new("ClockOffset", clockOffset)).ToDictionary() };

    // What dotnet user-jwts writes into the settings of an app.
    private static Dictionary<string, string> Schemes() => new()
    {
        ["Authentication:Schemes:Bearer:ValidAudiences:0"] = Audience,
        ["Authentication:Schemes:Bearer:ValidIssuer"] = Issuer,
        ["Authentication:Schemes:Bearer:SigningKeys:0:Issuer"] = Issuer,
        ["Authentication:Schemes:Bearer:SigningKeys:0:Value"] = Convert.ToBase64String(Key),
        ["Authentication:Schemes:Bearer:SigningKeys:0:Length"] = "32",
    };

    private static async Task<HttpStatusCode> AskAsync(FunctionApp app, string token)
    {
        using var client = app.CreateBearer(token);
        return (await client.GetAsync(new Uri("/api/access-keys", UriKind.Relative), Token)).StatusCode;
    }

    private static string Jwt(string[] roles, string audience = Audience, string issuer = Issuer, int expires = 3600, byte[]? key = null)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new { sub = "teacher", role = roles, aud = audience, iss = issuer, nbf = now - 7200, exp = now + expires };
        var text = $"{Part(new { alg = "HS256", typ = "JWT" })}.{Part(claims)}";
        return $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(key ?? Key, Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Unsigned()
    {
        var claims = new { sub = "teacher", role = Administrator, aud = Audience, iss = Issuer, exp = 4102444800 };
        return $"{Part(new { alg = "none", typ = "JWT" })}.{Part(claims)}.";
    }

    private static string Part(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
