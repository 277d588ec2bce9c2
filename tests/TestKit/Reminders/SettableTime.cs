namespace PhotoFunctions.TestKit.Reminders;

/// <summary>A clock that stands where it was set. Its timers are real, so that a budget of minutes never ends in a test.</summary>
public sealed class SettableTime : TimeProvider
{
    private long _ticks;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => Now;
}
