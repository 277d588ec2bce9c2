using PhotoFunctions.LocalHost.Emulator;
using PhotoFunctions.LocalHost.Handlers;
using PhotoFunctions.LocalHost.Http;
using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Logs;
using PhotoFunctions.LocalHost.Manifests;
using PhotoFunctions.LocalHost.Processes;
using PhotoFunctions.LocalHost.Settings;
using PhotoFunctions.LocalHost.Triggers;
using PhotoFunctions.LocalHost.Triggers.Timers;

namespace PhotoFunctions.LocalHost;

/// <summary>A running host with all that belongs to it. Disposing stops everything, in the reverse order of its start.</summary>
internal sealed partial class HostSession : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource<int> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HandlerSupervisor _handler = null!;

    // Storage given by the user is not ours to watch.
    private Task _emulator = new TaskCompletionSource().Task;

    private HostSession(HostOptions options, TimeProvider time)
    {
        _time = time;
        Address = new Uri($"http://127.0.0.1:{options.Port}/");
        StorageConnectionString = options.Storage ?? StorageEndpoints.ConnectionString(options);
        MasterKey = options.MasterKey ?? Http.MasterKey.Generate();
    }

    public Uri Address { get; }

    public string StorageConnectionString { get; }

    public string MasterKey { get; }

    /// <summary>The exit code, when the host stops by itself.</summary>
    public Task<int> Completion => _completion.Task;

    public AppManifest App { get; private set; } = null!;

    /// <summary>Returns when the handler answers.</summary>
    /// <exception cref="HostStartException">Something the user can put right.</exception>
    public static async Task<HostSession> StartAsync(HostOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var session = new HostSession(options, time);
        try
        {
            await session.RunAsync(options, cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sets the app's clock, for which its process is started anew; returns when it answers again.</summary>
    /// <exception cref="HostStartException">It does not come back.</exception>
    public Task SetClockAsync(DateTimeOffset clock, CancellationToken cancellationToken) => WaitUntilReadyAsync(
        _handler, _handler.RestartAsync(ClockSetting.Name, ClockSetting.ValueFor(clock, _time), cancellationToken));

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }

    private async Task RunAsync(HostOptions options, CancellationToken cancellationToken)
    {
        // All that can be refused is refused before anything is started.
        var settings = AppSettings.ForHandler(options, StorageConnectionString, _time);
        var setting = AppSettings.Lookup(settings);
        App = AppManifestReader.Read(options.AppRoot, setting);
        RequireFreePorts(options);

        var loggers = Keep(HostLogging.Create(options, App.Host.LogLevels, _time));
        var watchdog = Keep(Watchdog.Start());
        if (options.Storage is null)
        {
            _emulator = Keep(await Azurite.StartAsync(options, watchdog, _time, cancellationToken)).WatchAsync();
        }

        var storage = new HostStorage(StorageConnectionString, HostIdentity.Find(App.Root, setting));
        await storage.CreateAsync(cancellationToken);
        await BrowserAccess.AllowAsync(StorageConnectionString, options.Port, cancellationToken);

        var handler = _handler = Keep(new HandlerSupervisor(App, LoopbackPorts.FindFree(), settings, watchdog, _time, loggers));
        handler.Start();
        await WaitUntilReadyAsync(handler, handler.WaitUntilReadyAsync(cancellationToken));

        var client = Keep(HandlerClient.Create());
        var invoker = new FunctionInvoker(handler, client, App.Host, _time, loggers);
        var timers = new TimerStatusStore(storage);
        var runs = Keep(new ManualRuns(invoker, timers, _time));
        var admin = new AdminDoor(App, storage.HostId, new MasterKey(MasterKey), runs);
        Keep(await WebServer.StartAsync(
            options.Port, App, new Forwarder(handler, client, App.Host, _time, loggers), admin, loggers, cancellationToken));
        var loops = Keep(new TriggerLoops(App, storage, timers, invoker, _time, loggers));
        _ = WatchAsync(handler, loops.RunAsync(), loggers.CreateLogger("Host"));
    }

    private static void RequireFreePorts(HostOptions options)
    {
        LoopbackPorts.RequireFree(options.Port, "the functions", "--port");
        if (options.Storage is not null)
        {
            return;
        }

        LoopbackPorts.RequireFree(options.BlobPort, "the storage emulator's blobs", "--blob-port");
        LoopbackPorts.RequireFree(options.QueuePort, "the storage emulator's queues", "--queue-port");
        LoopbackPorts.RequireFree(options.TablePort, "the storage emulator's tables", "--table-port");
    }

    private static async Task WaitUntilReadyAsync(HandlerSupervisor handler, Task<HandlerProcess?> ready)
    {
        if (await Task.WhenAny(ready, handler.Completion) == handler.Completion)
        {
            await handler.Completion;
            throw new HostStartException(
                $"The handler crashed {CrashHistory.Limit} times before it answered GET /. Its own lines above say why.");
        }

        if (await ready is null)
        {
            throw new HostStartException("The handler ended with exit code 0 before it answered GET /.");
        }
    }

    private async Task WatchAsync(HandlerSupervisor handler, Task loops, ILogger logger)
    {
        var first = await Task.WhenAny(handler.Completion, loops, _emulator);
        try
        {
            await first;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception exception)
        {
            // Whatever it was: a host without one of its parts must not look alive. Foreign messages may name blobs.
            Log.Broken(logger, exception, exception is HostStartException ? exception.Message : "An unexpected fault.");
        }

        _completion.TrySetResult(1);
    }

    private T Keep<T>(T part)
    {
        _parts.Push(part as IAsyncDisposable ?? new SynchronousPart((IDisposable)part!));
        return part;
    }

    private sealed class SynchronousPart(IDisposable part) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            part.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message = "The host broke: {Fault} It stops.")]
        public static partial void Broken(ILogger logger, Exception exception, string fault);
    }
}
