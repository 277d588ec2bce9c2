using System.Diagnostics;
using System.Globalization;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.LocalHost.Emulator;

/// <summary>The storage emulator as a child process.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly Watchdog _watchdog;
    private readonly TimeProvider _time;

    private Azurite(Process process, Watchdog watchdog, TimeProvider time)
    {
        _process = process;
        _watchdog = watchdog;
        _time = time;
    }

    public static async Task<Azurite> StartAsync(
        HostOptions options, Watchdog watchdog, TimeProvider time, CancellationToken cancellationToken)
    {
        var script = Path.Combine(BuildLayout.RepositoryRoot, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
        {
            throw new HostStartException(
                $"The storage emulator is not installed: {script}. 'dotnet build' installs it; or give --storage CONNECTION.");
        }

        var azurite = new Azurite(Launch(script, options), watchdog, time);
        watchdog.Watch(azurite._process);
        try
        {
            await azurite.WaitUntilReadyAsync([options.BlobPort, options.QueuePort, options.TablePort], cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends when the emulator ends by itself.</summary>
    public async Task WatchAsync()
    {
        await _process.WaitForExitAsync();
        throw new HostStartException("The storage emulator ended by itself.");
    }

    /// <summary>It saves every few seconds and when it is asked to end: SIGTERM first, SIGKILL only for one that hangs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            UnixSignals.Terminate(_process);
            using var patience = new CancellationTokenSource(StopPatience, _time);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _watchdog.Forget(_process);
        _process.Dispose();
    }

    private static Process Launch(string script, HostOptions options)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = BuildLayout.RepositoryRoot,
        };
        string[] arguments =
        [
            script, "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", Text(options.BlobPort), "--queuePort", Text(options.QueuePort), "--tablePort", Text(options.TablePort),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (options.InMemory)
        {
            start.ArgumentList.Add("--inMemoryPersistence");
        }
        else
        {
            Directory.CreateDirectory(options.DataDirectory);
            start.ArgumentList.Add("--location");
            start.ArgumentList.Add(Path.GetFullPath(options.DataDirectory));
        }

        var process = Process.Start(start)!;

        // Read, or the emulator would stop at a full pipe; not shown, because its lines name blobs.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task WaitUntilReadyAsync(int[] ports, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        foreach (var port in ports)
        {
            while (!await LoopbackPorts.AnswersAsync(port, cancellationToken))
            {
                if (_process.HasExited)
                {
                    throw new HostStartException($"The storage emulator ended with exit code {_process.ExitCode} before it was ready.");
                }

                if (_time.GetElapsedTime(started) > StartPatience)
                {
                    throw new HostStartException(
                        $"The storage emulator did not answer on port {port} within {StartPatience.TotalSeconds} seconds.");
                }

                await Task.Delay(ProbeInterval, _time, cancellationToken);
            }
        }
    }
}
