using System.Net;
using System.Net.Sockets;
using System.Text;
using PhotoFunctions.LocalHost;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class ForwardingTests(ForwardingFixture fixture, SharedStorage storage) : IClassFixture<ForwardingFixture>, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Forwards_method_path_query_headers_and_body_as_they_are()
    {
        const string Target = "/api/teaching-points/%E6%95%99%20%2f/uploads?code=a%2Bb&x=1&x=2&y=%zz";
        using var request = new HttpRequestMessage(HttpMethod.Patch, Address(Target)) { Content = new StringContent("""{"a":"中文"}""") };
        request.Headers.TryAddWithoutValidation("User-Agent", "curl/7.88.1");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer t");
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-InvocationId", "spoof");
        request.Headers.TryAddWithoutValidation("X-MS-Client-Principal-Name", "anyone");
        request.Headers.TryAddWithoutValidation("Cookie", "a=1; b=2");
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-HostVersion", "spoof");

        using var answer = await _client.SendAsync(request, Cancel);

        Assert.Equal("""{"a":"中文"}""", await answer.Content.ReadAsStringAsync(Cancel));
        var call = Assert.Single(fixture.App.Calls, call => call.Method == "PATCH");
        Assert.Equal(("PATCH", Target), (call.Method, call.Url));
        Assert.Equal([$"127.0.0.1:{fixture.Session.Address.Port}"], call.Header("Host"));
        Assert.Equal(["curl/7.88.1 Azure-Functions-Host/4.1037.0.0"], call.Header("User-Agent"));
        Assert.Equal(["Bearer t"], call.Header("Authorization"));
        Assert.Equal(["4.1037.0.0"], call.Header("X-Azure-Functions-HostVersion"));
        Assert.Equal(["14"], call.Header("Content-Length"));
        Assert.Empty(call.Header("traceparent"));
        Assert.Equal(["anyone"], call.Header("X-MS-Client-Principal-Name"));
        Assert.Equal(["a=1; b=2"], call.Header("Cookie"));
        var ids = Assert.Single(call.Header("X-Azure-Functions-InvocationId")).Split(", ");
        Assert.Equal("spoof", ids[0]);
        Assert.True(Guid.TryParse(ids[1], out _));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(302)]
    [InlineData(304)]
    [InlineData(418)]
    [InlineData(503)]
    public async Task Passes_status_headers_cookies_and_redirects_through(int status)
    {
        using var answer = await _client.GetAsync(Address($"/api/status/{status}"), Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("As Said", answer.ReasonPhrase);
        Assert.Equal(["a=1; Path=/", "b=2"], answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal("/elsewhere", answer.Headers.Location?.ToString());
        Assert.Equal(["yes"], answer.Headers.GetValues("X-Answer"));
        Assert.Empty(answer.Headers.Server);
    }

    [Fact]
    public async Task Answers_404_to_what_no_function_declares()
    {
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("POST /Everything"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("GET /elsewhere"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("GET /api/../Everything"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("GET /api/%2e%2e/Everything"));
        Assert.DoesNotContain(fixture.App.Calls, call => call.Url.Contains("Everything", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("GET /"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("GET /elsewhere/../api/inside"));
        Assert.Contains(fixture.App.Calls, call => call.Url == "/api/inside");
    }

    [Fact]
    public async Task Answers_404_not_405_to_a_method_that_is_not_declared()
    {
        using var app = new NodeApp().With(
            "Narrow",
            """
            {"bindings":[
            {"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","route":"narrow","methods":["get"]},
            {"type":"http","direction":"out","name":"response"}]}
            """);
        await using var session = await HostSession.StartAsync(
            app.Options(await storage.ConnectAsync(Cancel)), TimeProvider.System, Cancel);

        using var got = await _client.GetAsync(new Uri(session.Address, "/api/narrow"), Cancel);
        using var put = await _client.PutAsync(new Uri(session.Address, "/api/narrow"), null, Cancel);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (got.StatusCode, put.StatusCode));
    }

    [Fact]
    public async Task Streams_a_body_without_length_when_proxying_is_enabled()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("/api/x")) { Content = new StringContent("streamed") };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await _client.SendAsync(request, Cancel);

        Assert.Equal("streamed", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Refuses_a_body_over_the_limit_with_413()
    {
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge, await StatusAsync("POST /api/huge", "Content-Length: 104857601"));
        Assert.DoesNotContain(fixture.App.Calls, call => call.Url == "/api/huge");
    }

    [Theory]
    [InlineData("hops-1", "X-Named")]
    [InlineData("hops-2", "close, X-Named")]
    [InlineData("hops-3", "keep-alive, X-Named, Authorization")]
    public async Task Drops_what_speaks_of_one_connection_but_nothing_that_a_client_names(string path, string connection)
    {
        await StatusAsync(
            $"GET /api/{path}", $"Connection: {connection}\r\nX-Named: 1\r\nAuthorization: Bearer t\r\nTE: trailers\r\nKeep-Alive: 5");

        var call = Assert.Single(fixture.App.Calls, call => call.Url == $"/api/{path}");
        Assert.Equal(["1"], call.Header("X-Named"));
        Assert.Equal(["Bearer t"], call.Header("Authorization"));
        Assert.Empty(call.Header("TE"));
        Assert.Empty(call.Header("Keep-Alive"));
    }

    [Fact]
    public async Task Refuses_chunks_and_merges_repeated_query_keys_when_it_only_forwards()
    {
        using var app = new NodeApp(proxying: false).With("Api", NodeApp.HttpFunction);
        await using var session = await HostSession.StartAsync(
            app.Options(await storage.ConnectAsync(Cancel)), TimeProvider.System, Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(session.Address, "/api/x"));
        request.Content = new StringContent("streamed");
        request.Headers.TransferEncodingChunked = true;

        using var chunked = await _client.SendAsync(request, Cancel);
        using var repeated = await _client.GetAsync(new Uri(session.Address, "/api/y?code=abc&x=1&x=2"), Cancel);

        Assert.Equal(HttpStatusCode.InternalServerError, chunked.StatusCode);
        Assert.Equal("/api/y?code=abc&x=1,2", Assert.Single(app.Calls).Url);
    }

    [Fact]
    public async Task Streams_an_answer_when_proxying_is_enabled()
    {
        using var answer = await _client.GetAsync(Address("/api/stream"), HttpCompletionOption.ResponseHeadersRead, Cancel);
        var stream = await answer.Content.ReadAsStreamAsync(Cancel);
        var first = new byte[6];
        await stream.ReadExactlyAsync(first, Cancel);
        using var finish = await _client.GetAsync(Address("/api/finish"), Cancel);

        Assert.Equal("first ", Encoding.ASCII.GetString(first));
        Assert.Equal("last", await new StreamReader(stream).ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task Has_the_whole_answer_before_it_gives_any_of_it_when_it_only_forwards()
    {
        using var app = new NodeApp(ForwardingFixture.Respond, proxying: false).With("Api", NodeApp.HttpFunction);
        await using var session = await HostSession.StartAsync(
            app.Options(await storage.ConnectAsync(Cancel)), TimeProvider.System, Cancel);

        var answer = _client.GetAsync(new Uri(session.Address, "/api/stream"), HttpCompletionOption.ResponseHeadersRead, Cancel);
        await Eventually.TrueAsync(() => app.CountCalls("/api/stream") == 1, "the call", Cancel);
        using var other = await _client.GetAsync(new Uri(session.Address, "/api/other"), Cancel);
        var isAnsweredEarly = answer.IsCompleted;
        using var finish = await _client.GetAsync(new Uri(session.Address, "/api/finish"), Cancel);

        using var whole = await answer;
        Assert.False(isAnsweredEarly);
        Assert.Equal("first last", await whole.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Routes_without_regard_to_case_so_that_the_prefix_alone_is_a_route()
    {
        // As the real host: GET /API/health reaches the function, and so does POST /Api, as the empty path below the prefix.
        using var app = new NodeApp().With("Api", NodeApp.HttpFunction);
        await using var session = await HostSession.StartAsync(
            app.Options(await storage.ConnectAsync(Cancel)), TimeProvider.System, Cancel);

        using var upper = await _client.GetAsync(new Uri(session.Address, "/API/health"), Cancel);
        using var prefix = await _client.PostAsync(new Uri(session.Address, "/Api"), null, Cancel);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (upper.StatusCode, prefix.StatusCode));
        Assert.Equal(["/API/health", "/Api"], app.Calls.Select(call => call.Url));
    }

    [Theory]
    [InlineData("/api/limits", 40_000, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    [InlineData("/api/limits", 10_000, HttpStatusCode.OK)]
    public async Task Limits_headers_as_the_web_server_of_the_real_host_does(string path, int headerBytes, HttpStatusCode status) =>
        Assert.Equal(status, await StatusAsync($"GET {path}", $"X-Long: {new string('x', headerBytes)}\r\nConnection: close"));

    [Fact]
    public async Task Limits_the_request_line_as_the_web_server_of_the_real_host_does() =>
        Assert.Equal(HttpStatusCode.RequestUriTooLong, await StatusAsync($"GET /api/{new string('x', 9000)}"));

    private Uri Address(string target) => new(
        fixture.Session.Address.GetLeftPart(UriPartial.Authority) + target,
        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    // A socket, because every HTTP client tidies up dot segments and connection headers.
    private async Task<HttpStatusCode> StatusAsync(string requestLine, string headers = "Connection: close")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, fixture.Session.Address.Port, Cancel);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{requestLine} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n\r\n"), Cancel);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(Cancel);
        return (HttpStatusCode)int.Parse(line!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
