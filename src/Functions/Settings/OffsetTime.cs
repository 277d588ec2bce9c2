namespace PhotoFunctions.Functions.Settings;

/// <summary>
/// A clock that shows another date and goes as fast as the real one. Timers and timestamps are the real ones, so that delays and budgets
/// last as long as they should.
/// </summary>
internal sealed class OffsetTime(TimeProvider real, TimeSpan offset) : TimeProvider
{
    public override long TimestampFrequency => real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + offset;

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
