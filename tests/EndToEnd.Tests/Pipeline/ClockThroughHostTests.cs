using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using PhotoFunctions.EndToEnd.Tests.LocalHost;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Demo.Api;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.EndToEnd.Tests.Pipeline;

/// <summary>The date that the real app works by, under LocalHost.</summary>
public sealed class ClockThroughHostTests(SharedStorage storage)
{
    private const string Clock = "2027-06-23T09:00+08:00";
    private static readonly DateTimeOffset First = DateTimeOffset.Parse(Clock, CultureInfo.InvariantCulture);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Starts_the_app_on_the_given_date()
    {
        var port = LoopbackPorts.FindFree();
        await using var host = HostProcess.Start(
            "start", "--port", port.ToString(CultureInfo.InvariantCulture), "--storage", await storage.ConnectAsync(Token),
            "--setting", $"AdminKey={PipelineHost.AdminKey}", "--clock", Clock);
        await Eventually.BeAsync("the host serves", () => Task.FromResult(host.Output.Contains("Ctrl-C stops it", StringComparison.Ordinal)), Token);

        AssertShortlyAfter(First, await DateAsync(new Uri($"http://127.0.0.1:{port}/"), "CLOCK-1"));
        Assert.Contains("The clock is set to 2027-06-23T01:00:", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_the_app_to_other_dates_one_after_the_other()
    {
        var options = new HostOptions
        {
            Port = LoopbackPorts.FindFree(),
            Storage = await storage.ConnectAsync(Token),
            AppSettings = new Dictionary<string, string> { [AdminKey.Setting] = PipelineHost.AdminKey },
            LogWriter = TextWriter.Null,
            Clock = First,
        };
        await using var session = await HostSession.StartAsync(options, TimeProvider.System, Token);

        AssertShortlyAfter(First, await DateAsync(session.Address, "CLOCK-2"));
        foreach (var date in new[] { First.AddDays(1), First.AddDays(30), First.AddYears(1) })
        {
            await session.SetClockAsync(date, Token);
            AssertShortlyAfter(date, await DateAsync(session.Address, "CLOCK-2"));
        }
    }

    private static async Task<DateTimeOffset> DateAsync(Uri address, string cohort)
    {
        using var api = new DemoApi(address, PipelineHost.AdminKey);
        await api.PutCohortAsync(cohort, new { name = "2027届", collectionOpensOn = "2027-04-01", collectionClosesOn = "2027-06-30" }, Token);
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", PipelineHost.AdminKey);
        var summary = await client.GetStringAsync(new Uri($"/api/cohorts/{cohort}/summary", UriKind.Relative), Token);
        return JsonSerializer.Deserialize<JsonElement>(summary).GetProperty("asOf").GetDateTimeOffset();
    }

    // Not before; after, by what starting and asking take.
    private static void AssertShortlyAfter(DateTimeOffset expected, DateTimeOffset actual) =>
        Assert.InRange(actual, expected, expected.AddMinutes(5));
}
