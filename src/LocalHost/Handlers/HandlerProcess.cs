using System.Diagnostics;
using PhotoFunctions.LocalHost.Manifests;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.LocalHost.Handlers;

/// <summary>One life of the handler: started, watched, killed. The next life is another object.</summary>
internal sealed partial class HandlerProcess : IDisposable
{
    private static readonly TimeSpan OutputPatience = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly Watchdog _watchdog;

    private HandlerProcess(Process process, IReadOnlyDictionary<string, string> environment, Watchdog watchdog)
    {
        _process = process;
        Environment = environment;
        _watchdog = watchdog;
        process.Exited += (_, _) => _exited.TrySetResult();
        process.EnableRaisingEvents = true;
        if (process.HasExited)
        {
            _exited.TrySetResult();
        }
    }

    public int Id => _process.Id;

    /// <summary>What it was told when it was started.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public static HandlerProcess Start(
        HostManifest host, IReadOnlyDictionary<string, string> environment, Watchdog watchdog, ILogger logger)
    {
        var start = new ProcessStartInfo(host.Executable, host.Arguments)
        {
            WorkingDirectory = host.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new HostStartException(
                $"host.json: customHandler.description.defaultExecutablePath: {host.Executable} could not be started: {exception.Message}");
        }

        watchdog.Watch(process);
        process.OutputDataReceived += (_, line) => LogOutput(logger, line.Data);
        process.ErrorDataReceived += (_, line) => LogError(logger, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new HandlerProcess(process, environment, watchdog);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        await _exited.Task;
        return _process.ExitCode;
    }

    /// <summary>Lines still in the pipe are worth a moment; a grandchild that holds the pipe open is not.</summary>
    public Task DrainOutputAsync(TimeProvider time) => Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(OutputPatience, time));

    /// <summary>SIGKILL, as the real host does: a handler that needs a goodbye would fail in Azure.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It went first.
        }
    }

    public void Dispose()
    {
        _watchdog.Forget(_process);
        _process.Dispose();
    }

    private static void LogOutput(ILogger logger, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            Log.Output(logger, line);
        }
    }

    private static void LogError(ILogger logger, string? line)
    {
        if (string.IsNullOrEmpty(line))
        {
            return;
        }

        if (line.Contains("warn", StringComparison.OrdinalIgnoreCase))
        {
            Log.Warning(logger, line);
        }
        else
        {
            Log.Error(logger, line);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Line}")]
        public static partial void Output(ILogger logger, string line);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Line}")]
        public static partial void Warning(ILogger logger, string line);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Line}")]
        public static partial void Error(ILogger logger, string line);
    }
}
