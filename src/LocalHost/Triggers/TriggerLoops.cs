using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Manifests;
using PhotoFunctions.LocalHost.Triggers.Blobs;
using PhotoFunctions.LocalHost.Triggers.Queues;
using PhotoFunctions.LocalHost.Triggers.Timers;

namespace PhotoFunctions.LocalHost.Triggers;

/// <summary>One loop for each function that is not woken by HTTP.</summary>
internal sealed partial class TriggerLoops(
    AppManifest app, HostStorage storage, TimerStatusStore timers, FunctionInvoker invoker, TimeProvider time, ILoggerFactory loggers)
    : IAsyncDisposable
{
    private const string PoisonSuffix = "-poison";
    private const int LongestQueueName = 63;

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _loops = [];

    /// <returns>Ends only by a fault that no loop knows how to survive.</returns>
    public async Task RunAsync()
    {
        foreach (var function in app.Functions)
        {
            if (Create(function) is { } loop)
            {
                _loops.Add(loop(_stopping.Token));
            }
        }

        // An app of HTTP functions alone has none, and stands as well.
        _loops.Add(Task.Delay(Timeout.InfiniteTimeSpan, time, _stopping.Token));
        await await Task.WhenAny(_loops);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private Func<CancellationToken, Task>? Create(FunctionManifest function)
    {
        var logger = loggers.CreateLogger(function.LogCategory);
        return function.Trigger switch
        {
            BlobTrigger blob => CreateBlob(function, blob, logger).RunAsync,
            QueueTrigger queue => CreateQueue(function, queue, logger).RunAsync,
            TimerTrigger => new TimerTriggerLoop(function, timers, invoker, time, logger).RunAsync,
            _ => null,
        };
    }

    private BlobTriggerLoop CreateBlob(FunctionManifest function, BlobTrigger trigger, ILogger logger)
    {
        if (trigger.ListensToEventGrid)
        {
            Log.PollsInstead(logger, function.Name);
        }

        var container = new BlobContainerClient(trigger.ConnectionString, trigger.Path.Container);
        var receipts = new BlobReceipts(storage, function, trigger.Path.Container);
        var poison = new BlobPoison(trigger.ConnectionString, trigger.Path.Container);
        var delivery = new BlobDelivery(function, container, receipts, poison, invoker, time, logger);
        var scanInfo = new ScanInfo(storage, function, trigger.Path.Container);
        return new BlobTriggerLoop(function, container, delivery, scanInfo, app.Host.MaxDegreeOfBlobParallelism, time, logger);
    }

    private QueueTriggerLoop CreateQueue(FunctionManifest function, QueueTrigger trigger, ILogger logger)
    {
        var queue = new QueueClient(trigger.ConnectionString, trigger.QueueName);

        // As in the real host: a poison queue has none of its own, and a name that would get too long has none either.
        var hasPoison = !trigger.QueueName.EndsWith(PoisonSuffix, StringComparison.Ordinal)
            && trigger.QueueName.Length + PoisonSuffix.Length <= LongestQueueName;
        var poison = hasPoison ? new QueueClient(trigger.ConnectionString, trigger.QueueName + PoisonSuffix) : null;
        var delivery = new QueueDelivery(function, queue, poison, app.Host, invoker, time, logger);
        return new QueueTriggerLoop(function, queue, delivery, app.Host.QueueBatchSize, time, logger);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "{Function} asks for Event Grid, which the storage emulator does not have: its container is polled.")]
        public static partial void PollsInstead(ILogger logger, string function);
    }
}
