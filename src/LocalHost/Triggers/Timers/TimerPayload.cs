using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Timers;

internal static class TimerPayload
{
    /// <param name="function">The function.</param>
    /// <param name="status">As it was before this occasion; null for a timer that is not monitored.</param>
    /// <param name="isPastDue">Whether the occasion was missed.</param>
    /// <param name="time">The clock.</param>
    public static InvocationPayload Create(FunctionManifest function, ScheduleStatus? status, bool isPastDue, TimeProvider time)
    {
        var data = HostJson.Object(
        [
            new("Schedule", "{\"AdjustForDST\":true}"),
            new("ScheduleStatus", status?.ToJson() ?? "null"),
            new("IsPastDue", HostJson.Flag(isPastDue)),
        ]);
        return new InvocationPayload(function.Trigger.BindingName, data, [HostJson.Sys(function.Name, time)]);
    }
}
