using System.Text.Json;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests;

public sealed class HostPayloadTests(EmulatorFixture emulator)
{
    [Theory]
    [InlineData("blob.json", "2024/TP012/36010319990307123X.jpg", "national-id-checksum")]
    [InlineData("blob-nested-folder.json", "2024/TP012/class 1/360103199903071248.jpg", "national-id-checksum")]
    [InlineData("blob-chinese-name.json", "2024/教学点01/fail-张三.jpg", "place-unknown")]
    public async Task Quarantines_the_upload_of_a_captured_invocation_with_the_code_of_its_name(string file, string blobName, string code)
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("2024");
        await app.CreateAdmin().PutAsync(
            new Uri("/api/cohorts/2024/teaching-points/TP012", UriKind.Relative),
            new StringContent("{\"name\":\"t\"}", System.Text.Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        var blob = app.Container("uploads").GetBlobClient(blobName);
        await blob.UploadAsync(BinaryData.FromBytes(SampleFiles.Portrait()), overwrite: true, TestContext.Current.CancellationToken);
        var eTag = (await blob.GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.ETag.ToString("G").Trim('"');

        var answer = await FunctionApp.ReadAsync(await app.InvokeAsync("PhotoUploaded", HostPayloads.Body(file)));

        Assert.Equal(["Outputs", "Logs", "ReturnValue"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal(JsonValueKind.Object, answer.GetProperty("Outputs").ValueKind);
        Assert.False(await blob.ExistsAsync(TestContext.Current.CancellationToken));
        var list = code == "place-unknown" ? "/api/uploads/unplaced" : "/api/cohorts/2024/teaching-points/TP012/uploads";
        var uploads = await FunctionApp.ReadAsync(await admin.GetAsync(new Uri(list, UriKind.Relative), TestContext.Current.CancellationToken));
        var upload = Assert.Single(uploads.GetProperty("items").EnumerateArray(), item => item.GetProperty("etag").GetString() == eTag);
        Assert.Equal("quarantined", upload.GetProperty("outcome").GetString());
        Assert.Equal(code, Assert.Single(upload.GetProperty("findings").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Does_nothing_about_a_captured_poison_message_whose_upload_is_gone()
    {
        using var app = new FunctionApp(emulator);

        var answer = await app.InvokeAsync("PhotoUploadPoisoned", HostPayloads.Body("queue-poison.json"));

        Assert.True(answer.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("timer.json")]
    [InlineData("timer-retry.json")]
    public async Task Reconciles_at_a_captured_timer_invocation(string file)
    {
        using var app = new FunctionApp(emulator);

        var answer = await app.InvokeAsync("UploadReconciliationDue", HostPayloads.Body(file));

        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Answers_the_captured_readiness_probe()
    {
        using var app = new FunctionApp(emulator);
        using var client = app.CreateClient();

        Assert.True((await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Asks_for_a_key_when_the_captured_http_request_is_forwarded()
    {
        using var captured = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "HostPayloads", "http-forwarded.json")));
        using var app = new FunctionApp(emulator);
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, captured.RootElement.GetProperty("path").GetString());
        foreach (var header in captured.RootElement.GetProperty("headers").EnumerateObject().Where(header => !header.Name.StartsWith("Content-", StringComparison.Ordinal)))
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        request.Content = new StringContent(captured.RootElement.GetProperty("body").GetString()!);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Fails_an_invocation_that_is_none_so_that_the_host_tries_again()
    {
        using var app = new FunctionApp(emulator);

        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, (await app.InvokeAsync("PhotoUploaded", "{\"Data\":{}}")).StatusCode);
    }
}
