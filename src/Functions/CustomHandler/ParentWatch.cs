using System.Runtime.InteropServices;

namespace PhotoFunctions.Functions.CustomHandler;

/// <summary>
/// Ends the process when its parent dies: the host ends with a kill that reaches nobody else, and would leave us holding the port.
/// </summary>
internal sealed partial class ParentWatch(TimeProvider time, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // On Windows the host puts its handlers into a job object, which does the same.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var parent = GetParentProcessId();
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (GetParentProcessId() != parent)
            {
                lifetime.StopApplication();
                return;
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetParentProcessId();
}
