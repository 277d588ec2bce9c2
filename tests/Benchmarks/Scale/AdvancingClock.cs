namespace PhotoFunctions.Benchmarks.Scale;

/// <summary>A clock that may be put forward, so that what the app remembers for half a minute is forgotten.</summary>
internal sealed class AdvancingClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
