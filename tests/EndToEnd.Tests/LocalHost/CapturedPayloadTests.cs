using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Manifests;
using PhotoFunctions.LocalHost.Triggers.Blobs;
using PhotoFunctions.LocalHost.Triggers.Queues;
using PhotoFunctions.LocalHost.Triggers.Timers;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

/// <summary>What this host would send for the events of the captured requests, byte for byte, but for the invocation's own id.</summary>
public sealed class CapturedPayloadTests
{
    private static readonly QueueTrigger Queue = new() { BindingName = "message", QueueName = "q", ConnectionString = "" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("blob.json")]
    [InlineData("blob-nested-folder.json")]
    [InlineData("blob-chinese-name.json")]
    public async Task Writes_a_blob_invocation_byte_for_byte(string file)
    {
        var body = Captured.Body(file);
        var metadata = JsonNode.Parse(body)!["Metadata"]!;
        var properties = metadata["Properties"]!;
        var address = new Uri(Captured.Nested(metadata["Uri"]));
        var name = Uri.UnescapeDataString(address.AbsolutePath["/devstoreaccount1/uploads/".Length..]);
        var written = properties["LastModified"]!.GetValue<DateTimeOffset>();
        var item = BlobsModelFactory.BlobItem(
            name,
            deleted: false,
            BlobsModelFactory.BlobItemProperties(
                accessTierInferred: true,
                serverEncrypted: true,
                contentType: "image/jpeg",
                contentHash: Convert.FromBase64String(properties["ContentMD5"]!.GetValue<string>()),
                lastModified: written,
                createdOn: written,
                accessTierChangedOn: written,
                contentLength: 300,
                blobType: BlobType.Block,
                leaseStatus: LeaseStatus.Unlocked,
                leaseState: LeaseState.Available,
                accessTier: AccessTier.Hot,
                eTag: new ETag(properties["ETag"]!.GetValue<string>())),
            metadata: new Dictionary<string, string> { ["owner"] = "u1" });
        Assert.True(BlobPathPattern.TryParse("uploads/{cohort}/{teachingPoint}/{fileName}", out var path, out _));
        var function = Function("PhotoUploaded", new BlobTrigger { ListensToEventGrid = false, BindingName = "photo", Path = path!, ConnectionString = "" });
        var version = new BlobVersion { Item = item, Tokens = path!.Match(name)! };
        var content = Convert.FromBase64String(JsonNode.Parse(body)!["Data"]!["photo"]!.GetValue<string>());
        using var payload = new InvocationPayload(
            "photo",
            (stream, token) => Base64Stream.CopyAsync(new MemoryStream(content), stream, token),
            BlobMetadata.Create(function, path, address, version, At(body)));

        await AssertWritesAsync(body, payload);
    }

    [Fact]
    public async Task Writes_a_queue_invocation_byte_for_byte()
    {
        var body = Captured.Body("queue-poison.json");
        var metadata = JsonNode.Parse(body)!["Metadata"]!;
        var message = QueuesModelFactory.QueueMessage(
            Captured.Nested(metadata["Id"]),
            Captured.Nested(metadata["PopReceipt"]),
            "",
            dequeueCount: 1,
            metadata["NextVisibleTime"]!.GetValue<DateTimeOffset>(),
            metadata["InsertionTime"]!.GetValue<DateTimeOffset>(),
            metadata["ExpirationTime"]!.GetValue<DateTimeOffset>());
        var function = Function("PhotoUploadPoisoned", Queue);
        var text = Captured.Nested(JsonNode.Parse(body)!["Data"]!["message"]);
        using var payload = QueuePayload.Create(function, message, text, At(body));

        await AssertWritesAsync(body, payload);
    }

    [Fact]
    public async Task Writes_a_timer_invocation_byte_for_byte()
    {
        var body = Captured.Body("timer.json");
        var status = JsonNode.Parse(body)!["Data"]!["timer"]!["ScheduleStatus"].Deserialize<ScheduleStatus>();
        var trigger = new TimerTrigger
        {
            BindingName = "timer",
            Schedule = Cronos.CronExpression.Parse("0 * * * * *", Cronos.CronFormat.IncludeSeconds),
            RunOnStartup = false,
            UseMonitor = true,
        };
        using var payload = TimerPayload.Create(Function("DeadlineReminderDue", trigger), status, isPastDue: false, At(body));

        await AssertWritesAsync(body, payload);
    }

    [Fact]
    public async Task Drops_metadata_whose_name_ends_in_trigger()
    {
        var function = Function("Told", Queue);
        using var payload = QueuePayload.Create(function, """{"photoTrigger":"1","kept":"2"}""", TimeProvider.System);

        var metadata = JsonNode.Parse(await payload.ReadAsStringAsync(Cancel))!["Metadata"];

        Assert.Equal(["sys", "kept"], Captured.Keys(metadata));
    }

    private static FunctionManifest Function(string name, Trigger trigger) => new() { Name = name, Trigger = trigger };

    private static FakeTimeProvider At(string body) =>
        new(JsonNode.Parse(body)!["Metadata"]!["sys"]!["UtcNow"]!.GetValue<DateTimeOffset>());

    private static async Task AssertWritesAsync(string expected, InvocationPayload payload)
    {
        Assert.Equal("application/json; charset=utf-8", payload.Headers.ContentType!.ToString());
        Assert.Null(payload.Headers.ContentLength);

        var written = Encoding.UTF8.GetString(await payload.ReadAsByteArrayAsync(Cancel));

        Assert.Equal(WithoutId(expected), WithoutId(written));
    }

    private static string WithoutId(string body)
    {
        var id = JsonNode.Parse(body)!["Metadata"]!["sys"]!["RandGuid"]!.GetValue<string>();
        Assert.True(Guid.TryParse(id, out _));
        return body.Replace(id, "", StringComparison.Ordinal);
    }
}
