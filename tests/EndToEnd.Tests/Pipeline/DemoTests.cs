using System.Globalization;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.EndToEnd.Tests.Pipeline;

/// <summary>README's first command, as a child process.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_decides_every_upload_once_and_as_expected()
    {
        var photos = Directory.CreateTempSubdirectory("photofunctions-demo-");
        try
        {
            await using var demo = HostProcess.Start(
            [
                "demo", "--exit", "--in-memory", "--students", "40", "--out", photos.FullName,
                .. PortOptions("--port", "--blob-port", "--queue-port", "--table-port"),
            ]);
            Assert.True(await demo.WaitForExitAsync(TestContext.Current.CancellationToken) == 0, demo.Output);
            Assert.Equal("demo: 42 uploaded, 21 accepted, 0 in review, 16 rejected, 5 quarantined, 0 lost", demo.Lines[^1]);
            Assert.Equal(21, photos.GetFiles("*.jpg").Length);
        }
        finally
        {
            photos.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_demo_refuses_a_roster_without_photos_with_exit_code_2()
    {
        await using var demo = HostProcess.Start("demo", "--roster", "roster.csv");
        Assert.Equal(2, await demo.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.Contains("--photos", demo.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> PortOptions(params string[] names) =>
        names.SelectMany(name => (string[])[name, LoopbackPorts.FindFree().ToString(CultureInfo.InvariantCulture)]);
}
