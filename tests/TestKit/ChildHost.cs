using System.Diagnostics;
using System.Globalization;
using System.Text;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.TestKit;

/// <summary>LocalHost as its user starts it: a process of its own, with an emulator of its own unless it is given storage.</summary>
public sealed class ChildHost : IDisposable
{
    private const string Started = "Ctrl-C stops it";

    private readonly StringBuilder _output = new();

    private ChildHost(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PhotoFunctions.LocalHost.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        Process = Process.Start(start)!;
        Process.OutputDataReceived += (_, line) => Keep(line.Data);
        Process.ErrorDataReceived += (_, line) => Keep(line.Data);
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    /// <summary>Where the functions are.</summary>
    public Uri Address { get; private init; } = new("http://127.0.0.1/");

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>The memory that the host's process holds now, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            Process.Refresh();
            return Process.WorkingSet64;
        }
    }

    public static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var host = new ChildHost(arguments);
        await host.Process.WaitForExitAsync(cancellationToken);
        return (host.Process.ExitCode, host.Output);
    }

    public static Task<ChildHost> StartAsync(string appRoot, CancellationToken cancellationToken, params string[] more) =>
        StartAsync(appRoot, new Dictionary<string, string>(), cancellationToken, more);

    /// <param name="appRoot">The folder of the app.</param>
    /// <param name="environment">More variables than this process has.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="more">More arguments of <c>start</c>.</param>
    public static async Task<ChildHost> StartAsync(
        string appRoot, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken, params string[] more)
    {
        var ports = FreePorts();
        var host = new ChildHost(["start", "--app-root", appRoot, .. ports, "--in-memory", .. more], environment)
        {
            Address = new Uri($"http://127.0.0.1:{ports[1]}/"),
        };
        await Eventually.TrueAsync(
            () => host.Process.HasExited || host.Output.Contains(Started, StringComparison.Ordinal),
            "the start",
            cancellationToken,
            TimeSpan.FromSeconds(60));
        return host.Output.Contains(Started, StringComparison.Ordinal)
            ? host
            : throw new InvalidOperationException($"LocalHost did not start: {host.Output}");
    }

    public static string[] FreePorts() =>
        ((string[])["--port", "--blob-port", "--queue-port", "--table-port"])
            .SelectMany(option => (string[])[option, LoopbackPorts.FindFree().ToString(CultureInfo.InvariantCulture)])
            .ToArray();

    /// <summary>Asks it to end, as Ctrl-C does.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        UnixSignals.Terminate(Process);
        await Process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
        }

        Process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
