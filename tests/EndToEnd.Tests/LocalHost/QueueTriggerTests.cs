using System.Globalization;
using System.Text;
using Azure.Storage.Queues;
using PhotoFunctions.LocalHost;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class QueueTriggerTests(SharedStorage storage)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hands_over_a_message_in_the_captured_form_and_deletes_it()
    {
        var queue = await CreateQueueAsync();
        using var app = new NodeApp().WithQueue("PhotoUploadPoisoned", queue.Name);
        await using var session = await StartAsync(app);
        var text = "{\n" + string.Join(",\n", Captured.PoisonMessage.Select(member => $"  \"{member}\": \"教学点 \\\"{member}\\\"\"")) + "\n}";

        await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), Cancel);
        await Eventually.TrueAsync(() => app.CountCalls("/PhotoUploadPoisoned") == 1, "the call", Cancel);
        await WaitUntilEmptyAsync(queue);

        var call = Assert.Single(app.Calls);
        var metadata = call.Json["Metadata"]!;
        Assert.Equal(text, Captured.Nested(call.Json["Data"]!["message"]));
        Assert.Equal(Captured.QueueMetadata, Captured.Keys(metadata));
        Assert.Equal("1", metadata["DequeueCount"]!.GetValue<string>());
        Assert.Equal("教学点 \"ETag\"", Captured.Nested(metadata["ETag"]));
        Assert.True(Guid.TryParse(Captured.Nested(metadata["Id"]), out _));
        Assert.True(DateTimeOffset.TryParse(metadata["NextVisibleTime"]!.GetValue<string>(), out _));
    }

    [Fact]
    public async Task Passes_a_text_that_is_not_json_as_a_text()
    {
        var queue = await CreateQueueAsync();
        using var app = new NodeApp().WithQueue("Told", queue.Name);
        await using var session = await StartAsync(app);

        await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes("plain")), Cancel);
        await WaitUntilEmptyAsync(queue);

        Assert.Equal("plain", Captured.Nested(Assert.Single(app.Calls).Json["Data"]!["message"]));
    }

    [Fact]
    public async Task Moves_a_message_to_the_poison_queue_after_max_dequeue_count_failures()
    {
        var queue = await CreateQueueAsync();
        const string ThreeTimes = ""","extensions":{"queues":{"maxDequeueCount":3}}""";
        using var app = new NodeApp("response.writeHead(500).end();", more: ThreeTimes).WithQueue("Told", queue.Name);
        await using var session = await StartAsync(app);

        await queue.SendMessageAsync("aGVsbG8=", Cancel);
        var poison = new QueueClient(await storage.ConnectAsync(Cancel), queue.Name + "-poison");
        await Eventually.TrueAsync(
            async () => await poison.ExistsAsync(Cancel) && (await poison.PeekMessagesAsync(1, Cancel)).Value.Length == 1,
            "the poison message",
            Cancel);
        await WaitUntilEmptyAsync(queue);

        Assert.Equal("aGVsbG8=", (await poison.PeekMessagesAsync(1, Cancel)).Value[0].MessageText);
        Assert.Equal(["1", "2", "3"], app.Calls.Select(call => call.Json["Metadata"]!["DequeueCount"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Hides_a_failed_message_for_the_visibility_timeout()
    {
        var queue = await CreateQueueAsync();
        const string TwoSeconds = ""","extensions":{"queues":{"visibilityTimeout":"00:00:02"}}""";
        const string FailOnce =
            """
            const first = global.first === undefined;
            if (first) { global.first = Date.now(); return response.writeHead(500).end(); }
            require('fs').writeFileSync('pause', String(Date.now() - global.first));
            ok(response);
            """;
        using var app = new NodeApp(FailOnce, more: TwoSeconds).WithQueue("Told", queue.Name);
        await using var session = await StartAsync(app);

        await queue.SendMessageAsync("aGVsbG8=", Cancel);
        await WaitUntilEmptyAsync(queue);

        // The storage counts whole seconds.
        Assert.True(int.Parse(await File.ReadAllTextAsync(Path.Combine(app.Root, "pause"), Cancel), CultureInfo.InvariantCulture) > 1000);
    }

    [Fact]
    public async Task Takes_more_messages_while_one_runs_long()
    {
        var queue = await CreateQueueAsync();
        const string Respond =
            "if (body.includes('long')) { global.long = response; return; } if (body.includes('end')) ok(global.long); ok(response);";
        using var app = new NodeApp(Respond).WithQueue("Told", queue.Name);
        await using var session = await StartAsync(app);

        await queue.SendMessageAsync(Convert.ToBase64String("long"u8), Cancel);
        await Eventually.TrueAsync(() => app.CountCalls("/Told") == 1, "the long call", Cancel);
        await queue.SendMessageAsync(Convert.ToBase64String("end"u8), Cancel);
        await WaitUntilEmptyAsync(queue);

        Assert.Equal(2, app.CountCalls("/Told"));
    }

    [Fact]
    public async Task Fails_every_call_after_the_handler_ended_with_exit_code_0()
    {
        var queue = await CreateQueueAsync();
        using var app = new NodeApp("process.exit(0);").WithQueue("Told", queue.Name);
        await using var session = await StartAsync(app);
        var poison = new QueueClient(await storage.ConnectAsync(Cancel), queue.Name + "-poison");

        await queue.SendMessageAsync("aGVsbG8=", Cancel);
        await Eventually.TrueAsync(async () => await poison.ExistsAsync(Cancel), "the poison queue", Cancel);
        await WaitUntilEmptyAsync(queue);

        Assert.Single(app.Calls);
    }

    private async Task<QueueClient> CreateQueueAsync()
    {
        var queue = new QueueClient(await storage.ConnectAsync(Cancel), $"q-{Guid.NewGuid():N}");
        await queue.CreateAsync(cancellationToken: Cancel);
        return queue;
    }

    private async Task<HostSession> StartAsync(NodeApp app) =>
        await HostSession.StartAsync(app.Options(await storage.ConnectAsync(Cancel)), TimeProvider.System, Cancel);

    private static Task WaitUntilEmptyAsync(QueueClient queue) => Eventually.TrueAsync(
        async () => (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount == 0, "an empty queue", Cancel);
}
