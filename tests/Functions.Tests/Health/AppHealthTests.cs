using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Functions.Health;

namespace PhotoFunctions.Functions.Tests.Health;

public sealed class AppHealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asks_a_part_again_only_when_its_answer_is_old()
    {
        var (clock, probe) = (new FakeTimeProvider(), new Probe());
        using var health = new AppHealth([probe], clock, new Lines());

        await health.LookAsync(Token);
        clock.Advance(probe.Freshness - TimeSpan.FromMilliseconds(1));
        await health.LookAsync(Token);
        Assert.Equal(1, probe.Asks);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        await health.LookAsync(Token);
        Assert.Equal(2, probe.Asks);
    }

    [Fact]
    public async Task Tells_the_log_once_that_a_part_is_unwell_and_once_that_it_is_well_again()
    {
        var (clock, probe, lines) = (new FakeTimeProvider(), new Probe(), new Lines());
        using var health = new AppHealth([probe], clock, lines);
        foreach (var state in new[]
        {
            HealthState.Ok, HealthState.Unreachable, HealthState.Unreachable, HealthState.ClockSkew, HealthState.Ok, HealthState.Ok,
        })
        {
            probe.State = state;
            Assert.Equal(state == HealthState.Ok, (await health.LookAsync(Token)).IsWell);
            clock.Advance(probe.Freshness);
        }

        Assert.Equal(
            ["part is not well (Unreachable): why", "part is not well (ClockSkew): why", "part is well again"], lines.Said);
    }

    [Fact]
    public async Task Gives_a_part_that_is_silent_a_few_seconds()
    {
        var (clock, probe) = (new FakeTimeProvider(), new Probe { IsSilent = true });
        using var health = new AppHealth([probe], clock, new Lines());

        var looking = health.LookAsync(Token);
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(looking.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HealthState.Unreachable, Assert.Single((await looking).Parts).Finding.State);
    }

    private sealed class Probe : IHealthProbe
    {
        public string Name => "part";

        public TimeSpan Freshness => TimeSpan.FromSeconds(30);

        public int Asks { get; private set; }

        public HealthState State { get; set; }

        public bool IsSilent { get; init; }

        public async Task<HealthFinding> AskAsync(CancellationToken cancellationToken)
        {
            Asks++;
            if (IsSilent)
            {
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return new HealthFinding(HealthState.Unreachable);
            }

            return new HealthFinding(State, State == HealthState.Ok ? null : "why");
        }
    }

    private sealed class Lines : ILogger<AppHealth>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Add(formatter(state, exception));
    }
}
