using System.Globalization;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>What the kernel says of this process's memory. Linux only, as the app is.</summary>
internal static class ProcessMemory
{
    public static long ResidentBytes => Field("VmRSS:", "self");

    public static long PeakBytes => Field("VmHWM:", "self");

    public static long PeakBytesOf(int process) => Field("VmHWM:", process.ToString(CultureInfo.InvariantCulture));

    /// <summary>The processes that a process started.</summary>
    public static IEnumerable<(int Id, string Name)> ChildrenOf(int process) =>
        from thread in Directory.GetDirectories($"/proc/{process}/task")
        from id in File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select (int.Parse(id, CultureInfo.InvariantCulture), File.ReadAllText($"/proc/{id}/comm").TrimEnd());

    /// <summary>From now on the peak is that of what follows.</summary>
    public static void ResetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");

    /// <summary>The same of another process of this user's.</summary>
    public static void ResetPeak(int process) =>
        File.WriteAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/clear_refs"), "5");

    public static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0} MiB");

    private static long Field(string name, string process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(line[name.Length..^2].Trim(), CultureInfo.InvariantCulture);
    }
}
