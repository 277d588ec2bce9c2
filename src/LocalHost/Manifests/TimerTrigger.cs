using Cronos;

namespace PhotoFunctions.LocalHost.Manifests;

internal sealed record TimerTrigger : Trigger
{
    public required CronExpression Schedule { get; init; }

    public required bool RunOnStartup { get; init; }

    /// <summary>Null: monitored, unless it fires more often than once a minute.</summary>
    public required bool? UseMonitor { get; init; }
}
