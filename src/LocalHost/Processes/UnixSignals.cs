using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PhotoFunctions.LocalHost.Processes;

/// <summary>SIGTERM, which <see cref="Process"/> cannot send.</summary>
internal static class UnixSignals
{
    private const int SigTerm = 15;

    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
        }
        else
        {
            _ = Kill(process.Id, SigTerm);
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
