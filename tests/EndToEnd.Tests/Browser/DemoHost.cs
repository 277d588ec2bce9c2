using System.Globalization;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.LocalHost.Demo;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>README's first command, which keeps serving: its pages show drawn photos in every state.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    internal const string Cohort = "tour";

    private const int Students = 60;
    private const int Seed = 2027;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private readonly DirectoryInfo _photos = Directory.CreateTempSubdirectory("photofunctions-tour-");
    private HostProcess _process = null!;

    /// <summary>The students whom this demo invents.</summary>
    internal static IReadOnlyList<SampleStudent> Roster { get; } = SampleRoster.Invent(Students, Seed);

    internal Uri Address { get; private set; } = null!;

    internal string AdminKey => After("admin key  ");

    /// <summary>The key of the teaching point TP001.</summary>
    internal string DeskKey => After("desk key   ").Split(' ')[0];

    /// <summary>Where pictures of the photos come from.</summary>
    internal Uri Storage { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var (port, blobs) = (LoopbackPorts.FindFree(), LoopbackPorts.FindFree());
        Address = new Uri($"http://127.0.0.1:{port}/");
        Storage = new Uri($"http://127.0.0.1:{blobs}/");
        _process = HostProcess.Start(
        [
            "demo", "--in-memory", "--cohort", Cohort, "--students", Text(Students), "--seed", Text(Seed), "--out", _photos.FullName,
            "--port", Text(port), "--blob-port", Text(blobs), "--queue-port", Text(LoopbackPorts.FindFree()), "--table-port", Text(LoopbackPorts.FindFree()),
        ]);
        while (!IsServing())
        {
            await Task.Delay(Interval, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _photos.Delete(recursive: true);
    }

    // It ends by itself when something is wrong.
    private bool IsServing() => _process.HasExited
        ? throw new InvalidOperationException($"The demo ended: {_process.Output}")
        : _process.Lines.Any(line => line.Contains("desk key", StringComparison.Ordinal));

    private string After(string name) => _process.Lines.Select(line => line.Trim()).First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
