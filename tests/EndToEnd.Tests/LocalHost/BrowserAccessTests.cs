using System.Globalization;
using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Emulator;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

/// <summary>An emulator of its own: every start of a host changes the rules of the one that it is given.</summary>
public sealed class BrowserAccessTests : IAsyncLifetime
{
    private StorageEmulator _emulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _emulator = await StorageEmulator.StartAsync(Token);

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task Lets_pages_of_the_app_and_no_others_use_links()
    {
        var connection = _emulator.ConnectionString;
        using var app = new NodeApp();
        await using var session = await HostSession.StartAsync(app.Options(connection), TimeProvider.System, Token);
        var port = session.Address.Port.ToString(CultureInfo.InvariantCulture);

        foreach (var origin in new[] { $"http://127.0.0.1:{port}", $"http://localhost:{port}" })
        {
            using var allowed = await PreflightAsync(connection, origin, "PUT");
            Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
            Assert.Equal(origin, Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.Contains("PUT", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        }

        foreach (var (origin, method) in new[]
        {
            ("http://evil.example", "PUT"), ($"http://evil.example:{port}", "PUT"), ($"https://127.0.0.1:{port}", "PUT"), ("null", "PUT"),
            ($"http://127.0.0.1:{port}", "DELETE"),
        })
        {
            using var refused = await PreflightAsync(connection, origin, method);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Leaves_the_rules_of_others_in_place()
    {
        var connection = _emulator.ConnectionString;
        await BrowserAccess.AllowAsync(connection, 1001, Token);
        await BrowserAccess.AllowAsync(connection, 1002, Token);
        await BrowserAccess.AllowAsync(connection, 1002, Token);

        BlobServiceProperties known = await new BlobServiceClient(connection).GetPropertiesAsync(Token);

        Assert.Single(known.Cors, rule => rule.AllowedOrigins == "http://127.0.0.1:1001,http://localhost:1001");
        Assert.Single(known.Cors, rule => rule.AllowedOrigins == "http://127.0.0.1:1002,http://localhost:1002");
    }

    [Fact]
    public Task Does_not_ask_a_storage_account_of_another_name_anything() => BrowserAccess.AllowAsync(
        "DefaultEndpointsProtocol=https;AccountName=college;AccountKey=eA==;BlobEndpoint=https://127.0.0.1:1/", 7071, Token);

    private static async Task<HttpResponseMessage> PreflightAsync(string connection, string origin, string method)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Options, new BlobContainerClient(connection, "uploads").GetBlobClient("a/b/c.jpg").Uri);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-ms-blob-type");
        return await client.SendAsync(request, Token);
    }
}
