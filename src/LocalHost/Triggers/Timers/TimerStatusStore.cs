using System.Text.Json;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Timers;

internal sealed class TimerStatusStore(HostStorage storage)
{
    public async Task<ScheduleStatus?> ReadAsync(FunctionManifest function, CancellationToken cancellationToken)
    {
        if (await storage.ReadAsync(Name(function), cancellationToken) is not { } content)
        {
            return null;
        }

        try
        {
            return content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (JsonException)
        {
            // Unreadable counts as never run: the schedule goes on from now.
            return null;
        }
    }

    public Task WriteAsync(FunctionManifest function, ScheduleStatus status, CancellationToken cancellationToken) =>
        storage.WriteAsync(Name(function), BinaryData.FromString(status.ToJson()), cancellationToken);

    private string Name(FunctionManifest function) => $"timers/{storage.HostId}/{function.Id}/status";
}
