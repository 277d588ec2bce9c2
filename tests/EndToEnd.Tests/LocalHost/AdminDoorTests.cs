using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PhotoFunctions.LocalHost;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class AdminDoorTests(SharedStorage storage)
{
    private const string Key = "the-master-key";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_a_timer_or_queue_function_now_for_the_holder_of_the_master_key()
    {
        using var app = new NodeApp()
            .WithTimer("Nightly", "0 0 0 * * *")
            .WithQueue("Told", $"q-{Guid.NewGuid():N}")
            .With("Api", NodeApp.HttpFunction);
        await using var session = await HostSession.StartAsync(
            app.Options(await storage.ConnectAsync(Cancel)), TimeProvider.System, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, await RunAsync(session, "Nightly", key: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await RunAsync(session, "Nightly", key: "wrong"));
        Assert.Equal(HttpStatusCode.NotFound, await RunAsync(session, "Nobody", Key));
        Assert.Equal(HttpStatusCode.BadRequest, await RunAsync(session, "Api", Key));
        Assert.Equal(HttpStatusCode.Accepted, await RunAsync(session, "Nightly", Key));
        Assert.Equal(HttpStatusCode.Accepted, await RunAsync(session, "Told", Key, """{"a":"b"}"""));
        await Eventually.TrueAsync(() => app.Calls.Count == 2, "two calls", Cancel);

        var timer = app.Calls.Single(call => call.Url == "/Nightly").Json["Data"]!["timer"]!;
        Assert.False(timer["IsPastDue"]!.GetValue<bool>());
        var told = app.Calls.Single(call => call.Url == "/Told").Json;
        Assert.Equal("""{"a":"b"}""", Captured.Nested(told["Data"]!["message"]));
        Assert.Equal("b", Captured.Nested(told["Metadata"]!["a"]));
    }

    [Fact]
    public async Task Tells_its_status_and_functions_to_the_holder_of_the_master_key()
    {
        using var app = new NodeApp().With("Api", NodeApp.HttpFunction);
        await using var session = await HostSession.StartAsync(
            app.Options(await storage.ConnectAsync(Cancel)), TimeProvider.System, Cancel);
        using var client = new HttpClient { BaseAddress = session.Address };

        using var refused = await client.GetAsync(new Uri("/admin/host/status", UriKind.Relative), Cancel);
        using var byQuery = await client.GetAsync(new Uri($"/admin/host/status?code={Key}", UriKind.Relative), Cancel);
        client.DefaultRequestHeaders.Add("x-functions-key", Key);
        var status = await client.GetFromJsonAsync<JsonNode>("/admin/host/status", Cancel);
        var functions = await client.GetFromJsonAsync<JsonNode>("/admin/functions", Cancel);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, byQuery.StatusCode));
        Assert.Equal("Running", status!["state"]!.GetValue<string>());
        Assert.Equal("Api", functions![0]!["name"]!.GetValue<string>());
    }

    private static async Task<HttpStatusCode> RunAsync(HostSession session, string function, string? key, string input = "")
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(session.Address, $"/admin/functions/{function}"))
        {
            Content = JsonContent.Create(new { input }),
        };
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
