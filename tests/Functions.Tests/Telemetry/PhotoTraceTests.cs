using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Telemetry;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Telemetry;

public sealed class PhotoTraceTests(EmulatorFixture emulator)
{
    private static readonly string[] Stages =
    [
        StageNames.Decode, StageNames.Delete, StageNames.Faces, StageNames.Inspect, StageNames.Measure, StageNames.Normalise,
        StageNames.Open, StageNames.Record, StageNames.Store, StageNames.Store,
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_every_delivery_of_one_version_one_trace_and_another_version_another()
    {
        await using var collector = await Collector.StartAsync();
        using var app = new FunctionApp(emulator) { Settings = collector.Settings };
        using var admin = await app.EnrolAsync("TEL1", ("S1", "张三", TestIds.Number(911), "TP1"));
        var blob = app.Container("uploads").GetBlobClient($"TEL1/TP1/{TestIds.Number(911)}.jpg");
        var put = await blob.UploadAsync(BinaryData.FromBytes(SampleFiles.Portrait()), overwrite: true, Token);
        var failed = new UploadVersion(blob.Name, put.Value.ETag.ToString("G").Trim('"'), default);

        app.Faults.UnreachableTable = "Students";
        Assert.False((await app.DeliverAsync(blob.Name)).IsSuccessStatusCode);
        Assert.False((await app.DeliverAsync(blob.Name)).IsSuccessStatusCode);
        app.Faults.UnreachableTable = null;
        var message = HostPayloads.Body("queue-poison.json")
            .Replace("2024/教学点01/fail-张三.jpg", blob.Name, StringComparison.Ordinal)
            .Replace("0x20379FA4428DAA0", failed.ETag, StringComparison.Ordinal);
        (await app.InvokeAsync("PhotoUploadPoisoned", message)).EnsureSuccessStatusCode();
        var good = new UploadVersion(blob.Name, await app.UploadAsync(blob.Name, SampleFiles.Portrait(2)), default);
        Collector.Flush(app);

        var (one, other) = (await SpansOfAsync(app, collector, failed), await SpansOfAsync(app, collector, good));
        var deliveries = one.Where(span => span.Name == "photo").ToList();
        Assert.Equal(
            [("PhotoUploadPoisoned", "quarantined"), ("PhotoUploaded", "failed"), ("PhotoUploaded", "failed")],
            deliveries.Select(span => (span.Tags[Tags.Door], span.Tags[Tags.Outcome])).Order());
        Assert.All(deliveries, span => Assert.Equal("", span.ParentId));
        Assert.All(deliveries, span => Assert.Contains(one, stage => stage.Name == StageNames.Open && stage.ParentId == span.SpanId));
        Assert.Contains(one, stage => stage.Name == StageNames.Record);

        var accepted = Assert.Single(other, span => span.Name == "photo");
        Assert.Equal(("PhotoUploaded", "accepted"), (accepted.Tags[Tags.Door], accepted.Tags[Tags.Outcome]));
        var stages = other.Where(span => span != accepted).ToList();
        Assert.Equal(Stages, stages.Select(span => span.Name).Order(StringComparer.Ordinal));
        Assert.All(stages, span => Assert.Equal(accepted.SpanId, span.ParentId));
    }

    [Fact]
    public async Task Puts_what_reconciliation_received_into_the_same_trace_linked_to_its_round()
    {
        await using var collector = await Collector.StartAsync();
        await using var storage = await StorageEmulator.StartAsync(Token);
        using var app = new FunctionApp(storage.ConnectionString) { Settings = collector.Settings };
        using var admin = await app.EnrolAsync("TEL2", ("S1", "张三", TestIds.Number(912), "TP1"));
        var blob = app.Container("uploads").GetBlobClient($"TEL2/TP1/{TestIds.Number(912)}.jpg");
        var put = await blob.UploadAsync(BinaryData.FromBytes(SampleFiles.Portrait()), overwrite: true, Token);
        var clock = new SetClock(TimeProvider.System.GetUtcNow().AddHours(1));
        using var later = app.WithWebHostBuilder(
            host => host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));
        using var client = later.CreateClient();

        using var body = new StringContent("{\"Data\":{},\"Metadata\":{}}", Encoding.UTF8, "application/json");
        (await client.PostAsync(new Uri("/UploadReconciliationDue", UriKind.Relative), body, Token)).EnsureSuccessStatusCode();
        Assert.True(later.Services.GetRequiredService<TracerProvider>().ForceFlush());

        var version = new UploadVersion(blob.Name, put.Value.ETag.ToString("G").Trim('"'), default);
        var photo = Assert.Single(await SpansOfAsync(app, collector, version), span => span.Name == "photo");
        Assert.Equal(("UploadReconciliationDue", "accepted", 1), (photo.Tags[Tags.Door], photo.Tags[Tags.Outcome], photo.Links));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", FunctionApp.AdminKey);
        var metrics = await client.GetStringAsync(new Uri("/api/metrics", UriKind.Relative), Token);
        Assert.Matches(@"(?m)^photofunctions_inbox_age_seconds(\{[^}]*\})? 3[56]\d\d", metrics);
        Assert.Matches(@"(?m)^photofunctions_reconciled_total(\{[^}]*\})? 1\b", metrics);
    }

    private static async Task<IReadOnlyList<ReceivedSpan>> SpansOfAsync(FunctionApp app, Collector collector, UploadVersion version)
    {
        var keys = await app.Services.GetRequiredService<DataKeysSource>().GetAsync(Token);
        var trace = PhotoTraces.TraceOf(keys, version).ToString();
        return [.. collector.Spans.Where(span => span.TraceId == trace)];
    }
}
