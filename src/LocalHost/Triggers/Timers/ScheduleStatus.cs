using PhotoFunctions.LocalHost.Invocations;

namespace PhotoFunctions.LocalHost.Triggers.Timers;

/// <summary>When a timer last ran and when it is due, kept in storage between runs of the host.</summary>
internal sealed record ScheduleStatus
{
    public DateTimeOffset Last { get; init; }

    public DateTimeOffset Next { get; init; }

    public DateTimeOffset LastUpdated { get; init; }

    public string ToJson() => HostJson.Object(
    [
        new("Last", HostJson.Time(Last)),
        new("Next", HostJson.Time(Next)),
        new("LastUpdated", HostJson.Time(LastUpdated)),
    ]);
}
