using PhotoFunctions.Functions.Tests.Imaging;
using Xunit.Runner.InProc.SystemConsole;

namespace PhotoFunctions.Functions.Tests;

/// <summary>The entry point: the test runner, or the one task that a test gives to another process.</summary>
internal static class TestProgram
{
    public static Task<int> Main(string[] args) => args is [DyingProcess.Verb, var folder, var file]
        ? DyingProcess.RunAsync(folder, file)
        : ConsoleRunner.Run(args);
}
