using System.Runtime.InteropServices;

namespace PhotoFunctions.Benchmarks;

/// <summary>Where the figures come from.</summary>
internal static class Machine
{
    private const string Model = "model name";

    /// <summary>The processor, the cores that this process may use, the system and .NET.</summary>
    public static string Describe()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Model, StringComparison.Ordinal))?.Split(':')[1].Trim();
        return $"{model ?? "unknown processor"}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
    }
}
