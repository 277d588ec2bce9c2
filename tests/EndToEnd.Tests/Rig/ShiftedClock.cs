namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>The system's clock, set forward: what was written a moment ago has been there for long.</summary>
internal sealed class ShiftedClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
