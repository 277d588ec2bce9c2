using System.Runtime.InteropServices;

namespace PhotoFunctions.Infra.Tests;

/// <summary>The Bicep compiler that the build restored.</summary>
internal static class Bicep
{
    /// <summary>Runs it. Skips the test where the program cannot run.</summary>
    public static Task<ToolResult> RunAsync(IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64,
            "The compiler of the package Azure.Bicep.CommandLine.linux-x64 runs on Linux on x64 only.");
        return Tool.RunAsync(
            Repository.Metadata("BicepPath"),
            arguments,
            environment ?? new Dictionary<string, string>(),
            TestContext.Current.CancellationToken);
    }
}
