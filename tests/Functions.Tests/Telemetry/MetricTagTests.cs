using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Telemetry;
using PhotoFunctions.Functions.Tests.Api.Access;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Telemetry;

public sealed class MetricTagTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_the_values_of_all_tags_from_closed_sets()
    {
        var seen = new ConcurrentDictionary<(string Instrument, string Tag, string Value), bool>();
        using var listener = new MeterListener();
        using var app = new FunctionApp(emulator);
        listener.InstrumentPublished = (instrument, heard) =>
        {
            if (instrument.Meter.Name == AppMeter.Name)
            {
                heard.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.Start();
        var sets = Sets(app);

        using var admin = await app.EnrolAsync("TMET", ("S1", "张三", TestIds.Number(914), "TP1"));
        await app.UploadAsync($"TMET/TP1/{TestIds.Number(914)}.jpg", SampleFiles.Portrait());
        await app.UploadAsync("TMET/TP1/someone.jpg", SampleFiles.Portrait());
        foreach (var door in Endpoints.Of(app).Where(door => door.Pattern.StartsWith("/api/", StringComparison.Ordinal)))
        {
            using var answer = await admin.SendAsync(door.Request(), Token);
        }

        using var strange = new HttpRequestMessage(new HttpMethod("BIRD"), new Uri($"/api/bird/{TestIds.Number(914)}?bird", UriKind.Relative));
        (await admin.SendAsync(strange, Token)).Dispose();

        Assert.All(seen.Keys, one => Assert.Contains(one.Tag, AllowList.Instruments[one.Instrument]));
        Assert.All(seen.Keys, one => Assert.Contains(one.Value, sets[one.Tag]));
        Assert.Contains(("photofunctions.photos", "outcome", "accepted"), seen.Keys);
        Assert.Contains(("photofunctions.photos", "code", "file-name-not-id"), seen.Keys);
        Assert.Contains(("photofunctions.requests", "method", "_OTHER"), seen.Keys);
        Assert.Contains(("photofunctions.storage.calls", "status", "4xx"), seen.Keys);
        Assert.Subset(StageNames.All.ToHashSet(), seen.Keys.Where(one => one.Tag == "stage").Select(one => one.Value).ToHashSet());

        void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var (tag, value) in tags)
            {
                seen[(instrument.Name, tag, Convert.ToString(value, CultureInfo.InvariantCulture)!)] = true;
            }
        }
    }

    [Fact]
    public async Task Shows_metrics_to_administrators_as_prometheus_reads_them()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("TMET2", ("S1", "张三", TestIds.Number(915), "TP1"));
        await app.UploadAsync($"TMET2/TP1/{TestIds.Number(915)}.jpg", SampleFiles.Portrait());

        using var answer = await admin.GetAsync(new Uri("/api/metrics", UriKind.Relative), Token);
        var text = await answer.Content.ReadAsStringAsync(Token);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        foreach (var name in new[]
        {
            "photofunctions_photos_total", "photofunctions_photo_wait_seconds_bucket", "photofunctions_photo_stage_duration_seconds_bucket",
            "photofunctions_storage_calls_total", "photofunctions_requests_seconds_bucket", "dotnet_process_memory_working_set_bytes",
        })
        {
            Assert.Matches($"(?m)^{name}", text);
        }

        // Minutes and hours of waiting, not the milliseconds that a histogram begins with.
        Assert.Matches("(?m)^photofunctions_photo_wait_seconds_bucket.*le=\"3600\"", text);
    }

    // What stands in the code, of which no request can make more.
    private static Dictionary<string, HashSet<string>> Sets(FunctionApp app) => new()
    {
        ["outcome"] = [.. Names<UploadOutcome>(), .. Names<ReminderStatus>(), MeasuredReminderLedger.Postponed],
        ["code"] = [.. typeof(FailureCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!), AppMeter.None],
        ["kind"] = [.. Names<ReminderKind>()],
        ["provider"] = ["acs", "smtp", "outbox", AppMeter.None],
        ["stage"] = [.. StageNames.All],
        ["service"] = ["blob", "table"],
        ["status"] = ["1xx", "2xx", "3xx", "4xx", "5xx", "no-answer", .. Enumerable.Range(100, 500).Select(status => $"{status}")],
        ["route"] = [.. Endpoints.Of(app).Select(door => door.Pattern), "unmatched"],
        ["method"] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "_OTHER"],
    };

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(AppMeter.NameOf);
}
