using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>The bare decoder of libjpeg-turbo at a quarter of the size: what decoding costs with nothing around it.</summary>
internal static partial class Djpeg
{
    private const int Children = -1;
    private const string Loop = "i=0; while [ $i -lt $2 ]; do djpeg -scale 1/4 -outfile /dev/null \"$1\" || exit 1; i=$((i + 1)); done";

    /// <summary>Its version; null where it is not installed.</summary>
    public static string? Version { get; } = ReadVersion();

    /// <summary>Processor time per photo, the start of the process included.</summary>
    public static async Task<double> RunAsync(string file, int repeats, CancellationToken cancellationToken)
    {
        // A small shell starts them: this process is large, and to copy its tables would be part of the figure.
        var before = ChildrenMilliseconds();
        using var shell = Process.Start("/bin/sh", ["-c", Loop, "sh", file, $"{repeats}"]);
        await shell.WaitForExitAsync(cancellationToken);
        return shell.ExitCode == 0
            ? (ChildrenMilliseconds() - before) / repeats
            : throw new InvalidOperationException($"djpeg ended with exit code {shell.ExitCode}.");
    }

    private static double ChildrenMilliseconds()
    {
        Span<long> usage = stackalloc long[18];
        Marshal.ThrowExceptionForHR(GetUsage(Children, ref usage[0]));

        // Seconds and microseconds of user time, then of system time.
        return ((usage[0] + usage[2]) * 1e3) + ((usage[1] + usage[3]) / 1e3);
    }

    private static string? ReadVersion()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("djpeg", ["-version"]) { RedirectStandardError = true })!;
            var version = process.StandardError.ReadLine();
            process.WaitForExit();
            return version;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref long usage);
}
