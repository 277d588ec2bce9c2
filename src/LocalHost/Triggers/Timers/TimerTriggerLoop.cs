using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Timers;

/// <summary>Fires a timer: one occasion after the other, never two at once, a missed one once.</summary>
internal sealed partial class TimerTriggerLoop(
    FunctionManifest function, TimerStatusStore store, FunctionInvoker invoker, TimeProvider time, ILogger logger)
{
    // A sleeping laptop stops the wait but not the clock.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StoragePause = TimeSpan.FromSeconds(5);

    private readonly TimerTrigger _trigger = (TimerTrigger)function.Trigger;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var status = await RestoreAsync(cancellationToken);
        if (status is not null && status.Next <= time.GetUtcNow())
        {
            status = await FireAsync(status, isPastDue: true, cancellationToken);
        }
        else if (_trigger.RunOnStartup)
        {
            status = await FireAsync(status, isPastDue: false, cancellationToken);
        }

        while (true)
        {
            var due = await WaitForNextAsync(status, cancellationToken);
            Log.Due(logger, function.Name, due);
            status = await FireAsync(status, isPastDue: false, cancellationToken);
        }
    }

    /// <returns>The status as stored; null for a timer that is not monitored.</returns>
    private async Task<ScheduleStatus?> RestoreAsync(CancellationToken cancellationToken)
    {
        if (!IsMonitored())
        {
            return null;
        }

        return await PersistAsync(
            async () =>
            {
                var stored = await store.ReadAsync(function, cancellationToken);

                // Another schedule since: what it missed is not what this one missed.
                if (stored is not null && stored.Next == NextAfter(stored.Last == default ? stored.Next.AddTicks(-1) : stored.Last))
                {
                    return stored;
                }

                var fresh = new ScheduleStatus
                {
                    Last = stored?.Last ?? default,
                    Next = NextAfter(time.GetUtcNow()),
                    LastUpdated = stored?.LastUpdated ?? default,
                };
                await store.WriteAsync(function, fresh, cancellationToken);
                return fresh;
            },
            cancellationToken);
    }

    private async Task<DateTimeOffset> WaitForNextAsync(ScheduleStatus? status, CancellationToken cancellationToken)
    {
        var due = status?.Next ?? NextAfter(time.GetUtcNow());
        while (due - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < LongestWait ? left : LongestWait, time, cancellationToken);
        }

        return due;
    }

    private async Task<ScheduleStatus?> FireAsync(ScheduleStatus? status, bool isPastDue, CancellationToken cancellationToken)
    {
        var fired = time.GetUtcNow();
        InvocationOutcome outcome;
        do
        {
            await invoker.WaitUntilReadyAsync(cancellationToken);
            using var payload = TimerPayload.Create(function, status, isPastDue, time);
            outcome = await invoker.InvokeAsync(function, payload, isPastDue ? "past due" : "due", cancellationToken);
        }
        while (outcome is InvocationOutcome.NotDelivered);

        // A failure is logged by now; the schedule goes on with its next occasion.
        if (status is null)
        {
            return null;
        }

        var next = new ScheduleStatus { Last = fired, Next = NextAfter(time.GetUtcNow()), LastUpdated = fired };
        return await PersistAsync(
            async () =>
            {
                await store.WriteAsync(function, next, cancellationToken);
                return next;
            },
            cancellationToken);
    }

    private async Task<ScheduleStatus> PersistAsync(Func<Task<ScheduleStatus>> act, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await act();
            }
            catch (Exception exception) when (StorageFaults.Is(exception))
            {
                Log.StorageFailed(logger, exception, function.Name);
                await Task.Delay(StoragePause, time, cancellationToken);
            }
        }
    }

    private bool IsMonitored()
    {
        if (_trigger.UseMonitor is { } given)
        {
            return given;
        }

        var next = NextAfter(time.GetUtcNow());
        return NextAfter(next) - next >= TimeSpan.FromMinutes(1);
    }

    private DateTimeOffset NextAfter(DateTimeOffset moment) =>
        _trigger.Schedule.GetNextOccurrence(moment, TimeZoneInfo.Utc) ?? DateTimeOffset.MaxValue;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "{Function} is due ({Due:O}).")]
        public static partial void Due(ILogger logger, string function, DateTimeOffset due);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Function}: the timer's status could not be kept; trying again.")]
        public static partial void StorageFailed(ILogger logger, Exception exception, string function);
    }
}
