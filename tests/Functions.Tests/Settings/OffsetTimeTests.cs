using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Tests.Settings;

public sealed class OffsetTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(212)]
    [InlineData(-30)]
    public void Shows_another_date_and_goes_as_fast_as_the_real_clock(int days)
    {
        var real = new FakeTimeProvider(Start);
        var time = new OffsetTime(real, TimeSpan.FromDays(days));
        var started = time.GetTimestamp();

        real.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(Start.AddDays(days).AddMinutes(3), time.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(3), time.GetElapsedTime(started));
    }

    [Fact]
    public void Wakes_timers_when_the_real_clock_does()
    {
        var real = new FakeTimeProvider(Start);
        var time = new OffsetTime(real, TimeSpan.FromDays(212));
        var woken = 0;
        using var timer = time.CreateTimer(_ => woken++, null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);

        real.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, woken);
        real.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, woken);
    }
}
