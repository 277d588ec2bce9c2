using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Manifests;
using PhotoFunctions.LocalHost.Triggers;
using PhotoFunctions.LocalHost.Triggers.Blobs;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class BlobTriggerTests(SharedStorage storage)
{
    private const string Url = "/PhotoUploaded";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2024/TP012/36010319990307123X.jpg", "2024", "TP012", "36010319990307123X.jpg")]
    [InlineData("2024/TP012/class 1/x+y%20.jpg", "2024/TP012", "class 1", "x+y%20.jpg")]
    [InlineData("2024/教学点01/张三.jpg", "2024", "教学点01", "张三.jpg")]
    public async Task Hands_over_a_blob_in_the_captured_form(string name, string cohort, string teachingPoint, string fileName)
    {
        var container = await CreateContainerAsync();
        using var app = CreateApp(container, "ok(response);");
        await using var session = await StartAsync(app);

        var content = Enumerable.Range(0, 300).Select(number => (byte)number).ToArray();
        var blob = await UploadAsync(container, name, content);
        await WaitForCallsAsync(app, 1);

        var call = Assert.Single(app.Calls);
        Assert.Equal("POST", call.Method);
        Assert.Equal(["chunked"], call.Header("Transfer-Encoding"));
        Assert.Equal(["application/json; charset=utf-8"], call.Header("Content-Type"));
        Assert.Equal(["Azure-Functions-Host/4.1037.0.0"], call.Header("User-Agent"));
        var metadata = call.Json["Metadata"];
        Assert.Equal(["Data", "Metadata"], Captured.Keys(call.Json));
        Assert.Equal(content, Convert.FromBase64String(call.Json["Data"]!["photo"]!.GetValue<string>()));
        Assert.Equal(Captured.BlobMetadata, Captured.Keys(metadata));
        Assert.Equal(Captured.BlobProperties, Captured.Keys(metadata!["Properties"]));
        Assert.Equal(Captured.Sys, Captured.Keys(metadata["sys"]));
        Assert.Equal(blob.Uri.AbsoluteUri, Captured.Nested(metadata["Uri"]));
        Assert.Equal(cohort, Captured.Nested(metadata["cohort"]));
        Assert.Equal(teachingPoint, Captured.Nested(metadata["teachingPoint"]));
        Assert.Equal(fileName, Captured.Nested(metadata["fileName"]));
        Assert.Equal("u1", metadata["Metadata"]!["owner"]!.GetValue<string>());
        var properties = (await blob.GetPropertiesAsync(cancellationToken: Cancel)).Value;
        Assert.Equal(properties.ETag.ToString("H"), metadata["Properties"]!["ETag"]!.GetValue<string>());
        Assert.Equal(300, metadata["Properties"]!["Length"]!.GetValue<int>());
        Assert.Equal(2, metadata["Properties"]!["BlobType"]!.GetValue<int>());
    }

    [Fact]
    public async Task Fires_once_a_version_and_remembers_it_over_a_restart()
    {
        var container = await CreateContainerAsync();
        using var app = CreateApp(container, "ok(response);");
        await using (await StartAsync(app))
        {
            await UploadAsync(container, "2024/TP012/a.jpg", [1]);
            await WaitForCallsAsync(app, 1);
            await UploadAsync(container, "2024/TP012/a.jpg", [2]);
            await WaitForCallsAsync(app, 2);
            await WaitForReceiptsAsync(app, 2);
        }

        await using (await StartAsync(app))
        {
            // The next one is called after a scan that saw the old one too.
            await UploadAsync(container, "2024/TP012/b.jpg", [3]);
            await WaitForCallsAsync(app, 3);
            await WaitForReceiptsAsync(app, 3);
        }

        Assert.Equal(["AQ==", "Ag==", "Aw=="], app.Calls.Select(call => call.Json["Data"]!["photo"]!.GetValue<string>()));
        Assert.DoesNotContain(await ReceiptsAsync(app), name => name.Contains("a.jpg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_five_attempts_and_then_a_poison_message_in_the_captured_form()
    {
        var container = await CreateContainerAsync();
        using var app = CreateApp(container, "body.includes('fail-') ? response.writeHead(500).end() : ok(response);");
        await using var session = await StartAsync(app);

        var blob = await UploadAsync(container, "2024/教学点01/fail-张三.jpg", [1]);
        await WaitForCallsAsync(app, 5);
        await WaitForReceiptsAsync(app, 1);
        await UploadAsync(container, "2024/TP012/fine.jpg", [2]);
        await WaitForReceiptsAsync(app, 2);

        Assert.Equal(6, app.CountCalls(Url));
        var text = await FindPoisonAsync(container);
        var message = JsonNode.Parse(text)!;
        Assert.StartsWith("{\n  \"Type\": \"BlobTrigger\",\n", text, StringComparison.Ordinal);
        Assert.Equal(Captured.PoisonMessage, Captured.Keys(message));
        Assert.Equal("Host.Functions.PhotoUploaded", message["FunctionId"]!.GetValue<string>());
        Assert.Equal("BlockBlob", message["BlobType"]!.GetValue<string>());
        Assert.Equal("2024/教学点01/fail-张三.jpg", message["BlobName"]!.GetValue<string>());
        var properties = (await blob.GetPropertiesAsync(cancellationToken: Cancel)).Value;
        Assert.Equal(properties.ETag.ToString("H"), message["ETag"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("response.end();")]
    [InlineData("response.writeHead(204).end();")]
    [InlineData("response.end('null');")]
    [InlineData("response.end('not json');")]
    public async Task Takes_an_answer_that_hangs_the_real_host_for_a_failure(string respond)
    {
        var container = await CreateContainerAsync();
        using var app = CreateApp(container, respond);
        await using var session = await StartAsync(app);

        await UploadAsync(container, "2024/TP012/a.jpg", [1]);
        await WaitForCallsAsync(app, 5);
        await WaitForReceiptsAsync(app, 1);
    }

    [Fact]
    public async Task Repeats_a_call_that_a_crash_cut_off_and_waits_for_the_restart()
    {
        var container = await CreateContainerAsync();
        const string CrashOnce =
            """
            const fs = require('fs');
            if (!fs.existsSync('crashed')) { fs.writeFileSync('crashed', ''); process.exit(7); }
            ok(response);
            """;
        using var app = CreateApp(container, CrashOnce);
        await using var session = await StartAsync(app);

        await UploadAsync(container, "2024/TP012/a.jpg", [1]);
        await WaitForCallsAsync(app, 2);
        await WaitForReceiptsAsync(app, 1);

        Assert.Equal(2, app.Calls.Select(call => call.Pid).Distinct().Count());
    }

    [Fact]
    public async Task Streams_a_large_blob_and_logs_no_names()
    {
        const int LargeBytes = 20 * 1024 * 1024 + 1;
        var container = await CreateContainerAsync();
        using var app = CreateApp(container, "body.includes('photo\":\"\"') ? response.writeHead(500).end() : ok(response);");
        using var log = new StringWriter();
        await using (await StartAsync(app, log))
        {
            await UploadAsync(container, "2024/TP012/36010319990307123X.jpg", new byte[LargeBytes]);
            await UploadAsync(container, "2024/TP012/36010319990307124X.jpg", []);
            await WaitForCallsAsync(app, 6);
            await WaitForReceiptsAsync(app, 2);
        }

        Assert.Contains(app.Calls, call => call.Length > LargeBytes * 4L / 3);
        Assert.Contains("attempt 5", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("3601031999", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("TP012", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivers_every_one_of_many_blobs_once_and_never_more_at_a_time_than_allowed()
    {
        const int Blobs = 200;
        const string CountBusy =
            """
            global.busy = (global.busy ?? 0) + 1;
            if (global.busy > (global.most ?? 0)) require('fs').writeFileSync('most', String(global.most = global.busy));
            setTimeout(() => { global.busy--; ok(response); }, 20);
            """;
        var container = await CreateContainerAsync();
        await Parallel.ForAsync(0, Blobs, Cancel, async (number, _) => await UploadAsync(container, $"2024/TP012/{number}.jpg", [1]));
        using var app = CreateApp(container, CountBusy, """,  "extensions":{"blobs":{"maxDegreeOfParallelism":4}}""");

        await using var session = await StartAsync(app);
        await WaitForReceiptsAsync(app, Blobs);

        Assert.Equal(Blobs, app.Calls.Select(call => Captured.Nested(call.Json["Metadata"]!["Uri"])).Distinct().Count());
        Assert.Equal(Blobs, app.Calls.Count);
        Assert.Equal("4", await File.ReadAllTextAsync(Path.Combine(app.Root, "most"), Cancel));
    }

    [Fact]
    public async Task Keeps_for_its_next_run_up_to_when_all_versions_are_done()
    {
        var hostStorage = new HostStorage(await storage.ConnectAsync(Cancel), Guid.NewGuid().ToString("N"));
        await hostStorage.CreateAsync(Cancel);
        var trigger = new QueueTrigger { BindingName = "b", QueueName = "q", ConnectionString = "" };
        var scanInfo = new ScanInfo(hostStorage, new FunctionManifest { Name = "PhotoUploaded", Trigger = trigger }, "uploads");
        var moment = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(DateTimeOffset.MinValue, await scanInfo.ReadAsync(Cancel));
        await scanInfo.WriteAsync(moment, Cancel);
        Assert.Equal(moment, await scanInfo.ReadAsync(Cancel));

        var name = $"blobscaninfo/{hostStorage.HostId}/Host.Functions.PhotoUploaded/uploads/scanInfo";
        await hostStorage.WriteAsync(name, BinaryData.FromString("[]"), Cancel);
        Assert.Equal(DateTimeOffset.MinValue, await scanInfo.ReadAsync(Cancel));
    }

    private static NodeApp CreateApp(string container, string respond, string more = "") =>
        new NodeApp(respond, more: more).WithBlob("PhotoUploaded", container + "/{cohort}/{teachingPoint}/{fileName}");

    private async Task<HostSession> StartAsync(NodeApp app, TextWriter? log = null) =>
        await HostSession.StartAsync(app.Options(await storage.ConnectAsync(Cancel), log), TimeProvider.System, Cancel);

    private async Task<string> CreateContainerAsync()
    {
        var name = $"uploads-{Guid.NewGuid():N}";
        await new BlobContainerClient(await storage.ConnectAsync(Cancel), name).CreateAsync(cancellationToken: Cancel);
        return name;
    }

    private async Task<BlobClient> UploadAsync(string container, string name, byte[] content)
    {
        var blob = new BlobClient(await storage.ConnectAsync(Cancel), container, name);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "image/jpeg" },
            Metadata = new Dictionary<string, string> { ["owner"] = "u1" },
        };
        await blob.UploadAsync(BinaryData.FromBytes(content), options, Cancel);
        return blob;
    }

    private static Task WaitForCallsAsync(NodeApp app, int count) =>
        Eventually.TrueAsync(() => app.CountCalls(Url) >= count, $"{count} calls", Cancel);

    private Task WaitForReceiptsAsync(NodeApp app, int count) =>
        Eventually.TrueAsync(async () => (await ReceiptsAsync(app)).Count >= count, $"{count} receipts", Cancel);

    private async Task<IReadOnlyList<string>> ReceiptsAsync(NodeApp app)
    {
        var hosts = new BlobContainerClient(await storage.ConnectAsync(Cancel), "azure-webjobs-hosts");
        var hostId = HostIdentity.Find(app.Root, _ => null);
        var names = new List<string>();
        await foreach (var receipt in hosts.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"blobreceipts/{hostId}/", Cancel))
        {
            names.Add(receipt.Name);
        }

        return names;
    }

    private async Task<string> FindPoisonAsync(string container)
    {
        var queue = new QueueClient(await storage.ConnectAsync(Cancel), "webjobs-blobtrigger-poison");
        var messages = (await queue.PeekMessagesAsync(32, Cancel)).Value;
        return messages
            .Select(message => Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText)))
            .Single(text => text.Contains(container, StringComparison.Ordinal));
    }
}
