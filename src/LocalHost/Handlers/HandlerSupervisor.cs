using PhotoFunctions.LocalHost.Manifests;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.LocalHost.Handlers;

/// <summary>Keeps one handler running on one port, as the host's rules of restart say.</summary>
internal sealed partial class HandlerSupervisor : IAsyncDisposable
{
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    // Ctrl-C reaches the handler together with us: calls only start to fail when no stop followed its good-bye.
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(1);

    private readonly AppManifest _app;
    private readonly Watchdog _watchdog;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ILogger _console;
    private readonly CrashHistory _crashes;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<int> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _probe;

    private volatile IReadOnlyDictionary<string, string> _environment;
    private TaskCompletionSource<HandlerProcess?> _current = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _loop = Task.CompletedTask;

    public HandlerSupervisor(
        AppManifest app, int port, IReadOnlyDictionary<string, string> settings, Watchdog watchdog, TimeProvider time,
        ILoggerFactory loggers)
    {
        _app = app;
        Address = new Uri($"http://127.0.0.1:{port}/");
        _environment = HandlerEnvironment.Create(app.Root, port, settings);
        _watchdog = watchdog;
        _time = time;
        _crashes = new CrashHistory(time);
        _logger = loggers.CreateLogger("Host.Handler");
        _console = loggers.CreateLogger("Host.Function.Console");
        _probe = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = Address,
            Timeout = StartPatience,
        };
    }

    /// <summary>Stays the same over restarts.</summary>
    public Uri Address { get; }

    /// <summary>The exit code of a host that gave up.</summary>
    public Task<int> Completion => _completion.Task;

    /// <summary>The handler that answers now; null while there is none.</summary>
    public HandlerProcess? Current
    {
        get
        {
            var current = Volatile.Read(ref _current);
            return current.Task.IsCompletedSuccessfully ? current.Task.Result : null;
        }
    }

    public void Start() => _loop = RunAsync();

    /// <returns>The handler, as soon as it answers; null when it ended by itself and stays away.</returns>
    public Task<HandlerProcess?> WaitUntilReadyAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _current).Task.WaitAsync(cancellationToken);

    /// <summary>
    /// Gives the handler another setting, for which it needs another life. Its end is no crash; what was under way is repeated as after
    /// any other end.
    /// </summary>
    /// <returns>The handler with the setting, as soon as it answers; null when it ended by itself and stays away.</returns>
    public async Task<HandlerProcess?> RestartAsync(string setting, string value, CancellationToken cancellationToken)
    {
        _environment = new Dictionary<string, string>(_environment, StringComparer.OrdinalIgnoreCase) { [setting] = value };
        while (await WaitUntilReadyAsync(cancellationToken) is { } handler)
        {
            if (handler.Environment == _environment)
            {
                return handler;
            }

            handler.Kill();
            await Task.Delay(ProbeInterval, _time, cancellationToken);
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _loop;
        Volatile.Read(ref _current).TrySetCanceled();
        _probe.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (await RunOnceAsync())
            {
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The stop was asked for.
        }
        catch (HostStartException exception)
        {
            _completion.TrySetException(exception);
        }
    }

    /// <returns>Whether another life follows.</returns>
    private async Task<bool> RunOnceAsync()
    {
        using var handler = HandlerProcess.Start(_app.Host, _environment, _watchdog, _console);
        using var stop = _stopping.Token.Register(handler.Kill);
        var exit = handler.WaitForExitAsync();
        if (await BecomesReadyAsync(handler, exit))
        {
            Log.Ready(_logger, handler.Id);
            _current.TrySetResult(handler);
        }

        var exitCode = await exit;

        // Whoever waited for a life that never answered goes on waiting for the next one.
        if (_current.Task.IsCompleted)
        {
            Volatile.Write(ref _current, new TaskCompletionSource<HandlerProcess?>(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await handler.DrainOutputAsync(_time);
        _stopping.Token.ThrowIfCancellationRequested();
        return handler.Environment != _environment || (exitCode == 0 ? await EndAsync() : Crashed(exitCode));
    }

    private async Task<bool> EndAsync()
    {
        await Task.Delay(StopGrace, _time, _stopping.Token);
        Log.Ended(_logger);
        _current.TrySetResult(null);
        return false;
    }

    private bool Crashed(int exitCode)
    {
        if (!_crashes.Add())
        {
            Log.Crashed(_logger, exitCode);
            return true;
        }

        Log.GivenUp(_logger, exitCode, CrashHistory.Limit, CrashHistory.Window.TotalMinutes);
        _completion.TrySetResult(1);
        return false;
    }

    private async Task<bool> BecomesReadyAsync(HandlerProcess handler, Task<int> exit)
    {
        var started = _time.GetTimestamp();
        while (!exit.IsCompleted && !_stopping.IsCancellationRequested)
        {
            if (await AnswersAsync())
            {
                return !exit.IsCompleted;
            }

            if (_time.GetElapsedTime(started) > StartPatience)
            {
                Log.NotReady(_logger, StartPatience.TotalSeconds);
                handler.Kill();
                return false;
            }

            await Task.Delay(ProbeInterval, _time, CancellationToken.None);
        }

        return false;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _probe.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead, _stopping.Token);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The handler is ready (process {ProcessId}).")]
        public static partial void Ready(ILogger logger, int processId);

        [LoggerMessage(Level = LogLevel.Error, Message = "The handler crashed with exit code {ExitCode}; restarting it.")]
        public static partial void Crashed(ILogger logger, int exitCode);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The handler ended with exit code 0: it is not restarted, and every call fails until the host is.")]
        public static partial void Ended(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "The handler did not answer GET / within {Seconds} seconds; killing it.")]
        public static partial void NotReady(ILogger logger, double seconds);

        [LoggerMessage(
            Level = LogLevel.Critical,
            Message = "The handler crashed with exit code {ExitCode}, {Limit} times within {Minutes} minutes: the host stops.")]
        public static partial void GivenUp(ILogger logger, int exitCode, int limit, double minutes);
    }
}
