using System.Diagnostics;
using System.Globalization;
using System.Text;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.EndToEnd.Tests.Pipeline;

/// <summary>LocalHost as people run it: a child process, with all that it prints.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromMinutes(1);
    private readonly StringBuilder _output = new();
    private readonly List<string> _standardOutput = [];
    private readonly Process _process;

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data, isStandard: true);
        process.ErrorDataReceived += (_, line) => Keep(line.Data, isStandard: false);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Both streams, so far.</summary>
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

    /// <summary>Standard output only, so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_output)
            {
                return [.. _standardOutput];
            }
        }
    }

    public bool HasExited => _process.HasExited;

    public static HostProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HostOptions).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Options with free ports for values.</summary>
    public static IEnumerable<string> FreePorts(params string[] options) =>
        options.SelectMany(option => (string[])[option, LoopbackPorts.FindFree().ToString(CultureInfo.InvariantCulture)]);

    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL for the function app's process, as a crash of its decoder would end it.</summary>
    public void KillHandler()
    {
        using var handler = FindHandler();
        handler.Kill();
    }

    /// <summary>SIGKILL for LocalHost alone, which can tell its children nothing then.</summary>
    public void KillHost() => _process.Kill();

    /// <summary>The function app's process.</summary>
    public Process FindHandler() =>
        Process.GetProcessesByName("PhotoFunctions").Single(process => ParentOf(process.Id) == _process.Id);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            UnixSignals.Terminate(_process);
            using var patience = new CancellationTokenSource(StopPatience, TimeProvider.System);
            await _process.WaitForExitAsync(patience.Token);
        }

        _process.Dispose();
    }

    private static int ParentOf(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("PPid:", StringComparison.Ordinal));
            return int.Parse(line["PPid:".Length..], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // Another test's handler, gone meanwhile.
            return 0;
        }
    }

    private void Keep(string? line, bool isStandard)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
            if (isStandard)
            {
                _standardOutput.Add(line);
            }
        }
    }
}
