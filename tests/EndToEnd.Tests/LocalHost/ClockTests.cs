using System.CommandLine;
using System.Globalization;
using Azure.Storage.Blobs;
using PhotoFunctions.LocalHost;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class ClockTests(SharedStorage storage)
{
    private const string SayClock = "response.end([process.pid, process.env.ClockOffset, process.env.WEBSITE_HOSTNAME].join(' '));";
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2027-06-23T09:00+08:00", "2027-06-23T01:00:00Z")]
    [InlineData("2027-06-23T09:00:30-03:30", "2027-06-23T12:30:30Z")]
    [InlineData("2027-06-23T09:00Z", "2027-06-23T09:00:00Z")]
    public void Reads_a_time_with_its_offset(string text, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), new ClockCommand(text).Options.Clock);

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2027-06-23")]
    [InlineData("2027-06-23T09:00")]
    [InlineData("2027-02-30T09:00+08:00")]
    [InlineData("2027-06-23T09:00+25:00")]
    [InlineData("06/23/2027 09:00 +08:00")]
    [InlineData("")]
    public void Refuses_a_clock_that_is_no_moment(string text) => Assert.Equal(
        $"--clock: expected a time with its offset from UTC, such as 2027-06-23T09:00+08:00, but received '{text}'.",
        Assert.Single(new ClockCommand(text).Errors));

    [Fact]
    public async Task Ends_with_2_before_it_starts_anything_for_a_clock_that_is_no_moment()
    {
        var (exitCode, output) = await ChildHost.RunAsync(["start", "--in-memory", "--clock", "2027-06-23T09:00"], Cancel);

        Assert.Equal(2, exitCode);
        Assert.Contains("such as 2027-06-23T09:00+08:00, but received '2027-06-23T09:00'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_handler_where_it_is_found_and_nothing_about_the_clock_unless_asked()
    {
        using var app = new NodeApp(SayClock).With("Api", NodeApp.HttpFunction);
        await using var session = await StartAsync(app);

        var (_, offset, host) = await AskAsync(session);

        Assert.Equal(("", $"127.0.0.1:{session.Address.Port}"), (offset, host));
    }

    [Fact]
    public async Task Leaves_an_address_of_the_settings_as_it_is()
    {
        using var app = new NodeApp(SayClock).With("Api", NodeApp.HttpFunction);
        app.Write("local.settings.json", """{"Values":{"WEBSITE_HOSTNAME":"photos.example:443"}}""");
        await using var session = await StartAsync(app);

        Assert.Equal("photos.example:443", (await AskAsync(session)).Host);
    }

    [Fact]
    public async Task Starts_the_handler_anew_for_another_clock_and_counts_no_crash()
    {
        using var app = new NodeApp(SayClock).With("Api", NodeApp.HttpFunction);
        await using var session = await StartAsync(app, days: 200);
        var processes = new List<string>();

        // One more than the crashes that end a host.
        foreach (var days in new[] { 200, 230, -30, 231, 240 })
        {
            if (processes.Count > 0)
            {
                await session.SetClockAsync(TimeProvider.System.GetUtcNow().AddDays(days), Cancel);
            }

            var (process, offset, _) = await AskAsync(session);
            processes.Add(process);
            var away = TimeSpan.ParseExact(offset, "c", CultureInfo.InvariantCulture) - TimeSpan.FromDays(days);
            Assert.InRange(away, -Moment, Moment);
            Assert.Equal(0, away.Ticks % TimeSpan.TicksPerSecond);
        }

        Assert.Equal(5, processes.Distinct().Count());
        Assert.False(session.Completion.IsCompleted);
    }

    [Fact]
    public async Task Keeps_the_clock_over_a_crash()
    {
        using var app = new NodeApp($"if (request.url === '/api/exit') process.exit(3); {SayClock}").With("Api", NodeApp.HttpFunction);
        await using var session = await StartAsync(app);
        await session.SetClockAsync(TimeProvider.System.GetUtcNow().AddDays(200), Cancel);
        var before = await AskAsync(session);
        using var client = new HttpClient { BaseAddress = session.Address };

        (await client.GetAsync(new Uri("/api/exit", UriKind.Relative), Cancel)).Dispose();
        await Eventually.TrueAsync(
            async () => (await client.GetAsync(new Uri("/api/x", UriKind.Relative), Cancel)).IsSuccessStatusCode, "the restart", Cancel);

        var after = await AskAsync(session);
        Assert.NotEqual(before.Process, after.Process);
        Assert.Equal(before.Offset, after.Offset);
    }

    [Fact]
    public async Task Repeats_the_call_that_a_change_of_the_clock_cut_off()
    {
        var name = $"clock-{Guid.NewGuid():N}";
        var container = new BlobContainerClient(await storage.ConnectAsync(Cancel), name);
        await container.CreateAsync(cancellationToken: Cancel);
        using var app = new NodeApp("if (process.env.ClockOffset) ok(response);").WithBlob("Photo", $"{name}/{{name}}");
        await using var session = await StartAsync(app);
        await container.UploadBlobAsync("a.jpg", BinaryData.FromString("bytes"), Cancel);
        await Eventually.TrueAsync(() => app.CountCalls("/Photo") == 1, "the call that hangs", Cancel);

        await session.SetClockAsync(TimeProvider.System.GetUtcNow().AddDays(200), Cancel);

        await Eventually.TrueAsync(() => app.CountCalls("/Photo") == 2, "the call that comes again", Cancel);
        Assert.Equal(2, app.Calls.Select(call => call.Pid).Distinct().Count());
    }

    private async Task<HostSession> StartAsync(NodeApp app, int? days = null)
    {
        var options = app.Options(await storage.ConnectAsync(Cancel));
        var clock = days is { } ahead ? TimeProvider.System.GetUtcNow().AddDays(ahead) : (DateTimeOffset?)null;
        return await HostSession.StartAsync(options with { Clock = clock }, TimeProvider.System, Cancel);
    }

    private static async Task<(string Process, string Offset, string Host)> AskAsync(HostSession session)
    {
        using var client = new HttpClient { BaseAddress = session.Address };
        var said = (await client.GetStringAsync(new Uri("/api/x", UriKind.Relative), Cancel)).Split(' ');
        return (said[0], said[1], said[2]);
    }

    /// <summary>A command that is given a clock, and nothing else.</summary>
    private sealed class ClockCommand
    {
        private readonly HostOptionsBinding _binding = new();
        private readonly ParseResult _result;

        public ClockCommand(string clock)
        {
            var command = new Command("try");
            _binding.AddTo(command);
            _result = command.Parse(["--clock", clock]);
        }

        public HostOptions Options => _binding.Parse(_result);

        public IEnumerable<string> Errors => _result.Errors.Select(error => error.Message);
    }
}
