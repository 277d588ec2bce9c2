using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace PhotoFunctions.EndToEnd.Tests.Pipeline;

/// <summary>What only shows between a client, the host and the app: raw paths, chunks, sizes, repeated keys.</summary>
public sealed class ApiThroughHostTests(PipelineHost host) : IClassFixture<PipelineHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "/PhotoUploaded")]
    [InlineData("POST", "/api/../PhotoUploaded")]
    [InlineData("POST", "/api/%2e%2e/PhotoUploaded")]
    [InlineData("POST", "/api/%252e%252e/PhotoUploaded")]
    [InlineData("POST", "/api/..%2fPhotoUploaded")]
    [InlineData("POST", "/api/..%252fPhotoUploaded")]
    [InlineData("POST", "/api/..%5cPhotoUploaded")]
    [InlineData("POST", "/api//PhotoUploaded")]
    [InlineData("POST", "/api/%2e%2e/RetentionDue")]
    [InlineData("GET", "/api/cohorts/E2E-2027/../../PhotoUploaded")]
    [InlineData("GET", "/api/cohorts/%2e%2e%2fcohorts")]
    [InlineData("GET", "/api/cohorts/E2E-2027%00")]
    public async Task Leads_no_path_trick_to_a_trigger_or_to_an_outage(string method, string target)
    {
        foreach (var key in new[] { "", $"Authorization: Bearer {PipelineHost.AdminKey}\r\n" })
        {
            var (status, text) = await RawAsync($"{method} {target}", key);

            Assert.InRange(status, 400, 404);
            Assert.DoesNotContain("Outputs", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Takes_chunks_refuses_what_is_too_large_and_names_what_stands_there_twice()
    {
        using var client = Client();
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "api/cohorts/E2E-2027/roster?dryRun=true")
        {
            Content = new StringContent("学号,姓名,身份证号,教学点", Encoding.UTF8, "text/csv"),
        };
        chunked.Headers.TransferEncodingChunked = true;
        using var taken = await client.SendAsync(chunked, Token);
        using var tooLarge = await client.PutAsync(
            new Uri("api/cohorts/E2E-2027", UriKind.Relative),
            new ByteArrayContent(new byte[40 * 1024 * 1024]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Token);
        using var twice = await client.GetAsync(new Uri("api/cohorts/E2E-2027/students?top=1&top=2", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "request-too-large"), (tooLarge.StatusCode, await CodeAsync(tooLarge)));
        Assert.Equal((HttpStatusCode.BadRequest, "request-invalid"), (twice.StatusCode, await CodeAsync(twice)));
    }

    [Fact]
    public async Task Answers_a_caller_without_a_key_as_the_app_does()
    {
        using var client = Client();
        client.DefaultRequestHeaders.Authorization = null;
        using var response = await client.GetAsync(new Uri("api/cohorts", UriKind.Relative), Token);

        Assert.Equal((HttpStatusCode.Unauthorized, "access-denied"), (response.StatusCode, await CodeAsync(response)));
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Token)).GetProperty("code").GetString();

    private HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", PipelineHost.AdminKey);
        return client;
    }

    // A socket, because every HTTP client tidies up dot segments.
    private async Task<(int Status, string Text)> RawAsync(string requestLine, string headers)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, host.Address.Port, Token);
        var stream = socket.GetStream();
        const string Body = """{"Data":{},"Metadata":{}}""";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"{requestLine} HTTP/1.1\r\nHost: localhost\r\n{headers}Connection: close\r\nContent-Type: application/json\r\n"
                + $"Content-Length: {Body.Length}\r\n\r\n{Body}"),
            Token);
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(Token);
        return (int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), text);
    }
}
