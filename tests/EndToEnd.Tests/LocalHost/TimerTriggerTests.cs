using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using PhotoFunctions.LocalHost;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class TimerTriggerTests(SharedStorage storage)
{
    private static readonly DateTimeOffset Stored = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fires_a_quick_timer_without_a_status_and_never_twice_at_once()
    {
        const string Respond =
            """
            global.busy = (global.busy ?? 0) + 1;
            setTimeout(() => { if (global.busy > 1) process.exit(1); global.busy--; ok(response); }, 1200);
            """;
        using var app = new NodeApp(Respond).WithTimer("Tick", "* * * * * *");
        await using var session = await StartAsync(app);

        await Eventually.TrueAsync(() => app.CountCalls("/Tick") >= 2, "two occasions", Cancel);

        var calls = app.Calls;
        Assert.Single(calls.Select(call => call.Pid).Distinct());
        var timer = calls[0].Json["Data"]!["timer"]!;
        Assert.Equal(["Schedule", "ScheduleStatus", "IsPastDue"], Captured.Keys(timer));
        Assert.True(timer["Schedule"]!["AdjustForDST"]!.GetValue<bool>());
        Assert.Null(timer["ScheduleStatus"]);
        Assert.Equal(["sys"], Captured.Keys(calls[0].Json["Metadata"]));
    }

    [Fact]
    public async Task Goes_on_with_the_schedule_after_a_failure()
    {
        using var app = new NodeApp("response.writeHead(500).end();").WithTimer("Tick", "* * * * * *");
        await using var session = await StartAsync(app);

        await Eventually.TrueAsync(() => app.CountCalls("/Tick") >= 2, "two occasions", Cancel);
    }

    [Fact]
    public async Task Fires_a_missed_timer_once_on_the_next_start_and_says_past_due()
    {
        using var app = new NodeApp().WithTimer("Nightly", "0 0 0 * * *");
        await using (await StartAsync(app))
        {
            await Eventually.TrueAsync(async () => await StatusAsync(app) is not null, "the status", Cancel);
        }

        Assert.Empty(app.Calls);
        await SetStatusAsync(
            app,
            """
            {"Last":"2026-01-01T00:00:00.0012661+00:00","Next":"2026-01-02T00:00:00+00:00",
            "LastUpdated":"2026-01-01T00:00:00.0012661+00:00"}
            """);

        await using (await StartAsync(app))
        {
            await Eventually.TrueAsync(
                async () => (await StatusAsync(app))!["Last"]!.GetValue<DateTimeOffset>() > Stored.AddDays(1),
                "a new status",
                Cancel);
        }

        await using (await StartAsync(app))
        {
            // Nothing is due now.
        }

        var timer = Assert.Single(app.Calls).Json["Data"]!["timer"]!;
        Assert.True(timer["IsPastDue"]!.GetValue<bool>());
        Assert.Equal(["Last", "Next", "LastUpdated"], Captured.Keys(timer["ScheduleStatus"]));
        Assert.Equal("2026-01-01T00:00:00.0012661+00:00", timer["ScheduleStatus"]!["Last"]!.GetValue<string>());
        Assert.Equal("2026-01-02T00:00:00+00:00", timer["ScheduleStatus"]!["Next"]!.GetValue<string>());
    }

    [Fact]
    public async Task Takes_its_schedule_from_a_setting_and_reads_it_in_utc_whatever_the_time_zone_setting_says()
    {
        using var app = new NodeApp().WithTimer("Nightly", "%NIGHTLY%");
        var options = app.Options(await storage.ConnectAsync(Cancel)) with
        {
            AppSettings = new Dictionary<string, string>
            {
                ["NIGHTLY"] = "0 0 16 * * *",
                ["WEBSITE_TIME_ZONE"] = "China Standard Time",
                ["TZ"] = "Asia/Shanghai",
            },
        };
        await using var session = await HostSession.StartAsync(options, TimeProvider.System, Cancel);

        await Eventually.TrueAsync(async () => await StatusAsync(app) is not null, "the status", Cancel);

        Assert.Equal(TimeSpan.FromHours(16), (await StatusAsync(app))!["Next"]!.GetValue<DateTimeOffset>().UtcDateTime.TimeOfDay);
    }

    private async Task<HostSession> StartAsync(NodeApp app) =>
        await HostSession.StartAsync(app.Options(await storage.ConnectAsync(Cancel)), TimeProvider.System, Cancel);

    private async Task<BlobClient> StatusBlobAsync(NodeApp app) => new(
        await storage.ConnectAsync(Cancel),
        "azure-webjobs-hosts",
        $"timers/{HostIdentity.Find(app.Root, _ => null)}/Host.Functions.Nightly/status");

    private async Task<JsonNode?> StatusAsync(NodeApp app)
    {
        var blob = await StatusBlobAsync(app);
        return await blob.ExistsAsync(Cancel) ? JsonNode.Parse((await blob.DownloadContentAsync(Cancel)).Value.Content.ToString()) : null;
    }

    private async Task SetStatusAsync(NodeApp app, string json)
    {
        var blob = await StatusBlobAsync(app);
        await blob.UploadAsync(BinaryData.FromString(json), overwrite: true, Cancel);
    }
}
