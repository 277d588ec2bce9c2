using System.Diagnostics;
using System.Globalization;
using System.Text;
using PhotoFunctions.LocalHost.Processes;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

/// <summary>LocalHost as its user starts it: a process of its own, with an emulator of its own.</summary>
internal sealed class ChildHost : IDisposable
{
    private readonly StringBuilder _output = new();

    private ChildHost(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PhotoFunctions.LocalHost.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Process = Process.Start(start)!;
        Process.OutputDataReceived += (_, line) => Keep(line.Data);
        Process.ErrorDataReceived += (_, line) => Keep(line.Data);
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

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

    public static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var host = new ChildHost(arguments);
        await host.Process.WaitForExitAsync(cancellationToken);
        return (host.Process.ExitCode, host.Output);
    }

    public static async Task<ChildHost> StartAsync(NodeApp app, CancellationToken cancellationToken, params string[] more)
    {
        var host = new ChildHost(["start", "--app-root", app.Root, .. FreePorts(), "--in-memory", .. more]);
        await Eventually.TrueAsync(() => host.Output.Contains("Ctrl-C stops it", StringComparison.Ordinal), "the start", cancellationToken, TimeSpan.FromSeconds(60));
        return host;
    }

    public static string[] FreePorts() =>
        ((string[])["--port", "--blob-port", "--queue-port", "--table-port"])
            .SelectMany(option => (string[])[option, LoopbackPorts.FindFree().ToString(CultureInfo.InvariantCulture)])
            .ToArray();

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
