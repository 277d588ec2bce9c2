using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Queues;

/// <summary>Takes messages from a queue, a batch at a time; the next batch is taken when half of the last one is done.</summary>
internal sealed partial class QueueTriggerLoop(
    FunctionManifest function, QueueClient queue, QueueDelivery delivery, int batchSize, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan IdleInterval = TimeSpan.FromSeconds(1);

    private readonly List<Task> _running = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (!await TryTakeBatchAsync(cancellationToken))
                {
                    await Task.Delay(IdleInterval, time, cancellationToken);
                }

                await ForgetDoneAsync();
                while (_running.Count > batchSize / 2)
                {
                    await Task.WhenAny(_running).WaitAsync(cancellationToken);
                    await ForgetDoneAsync();
                }
            }
        }
        finally
        {
            await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Whether there were messages.</returns>
    private async Task<bool> TryTakeBatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            QueueMessage[] messages = await queue.ReceiveMessagesAsync(batchSize, MessageLease.Length, cancellationToken);
            _running.AddRange(messages.Select(message => DeliverAsync(message, cancellationToken)));
            return messages.Length > 0;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // No queue yet: nobody has sent anything.
            return false;
        }
        catch (Exception exception) when (StorageFaults.Is(exception))
        {
            Log.QueueFailed(logger, exception, function.Name);
            return false;
        }
    }

    private async Task DeliverAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await delivery.DeliverAsync(message, cancellationToken);
        }
        catch (Exception exception) when (StorageFaults.Is(exception))
        {
            // Visible again when its lease is over.
            Log.QueueFailed(logger, exception, function.Name);
        }
    }

    // A fault that no delivery knows how to survive ends the loop, and with it the host.
    private async Task ForgetDoneAsync()
    {
        foreach (var done in _running.Where(task => task.IsCompleted).ToList())
        {
            _running.Remove(done);
            await done;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Function}: storage failed; trying the queue again.")]
        public static partial void QueueFailed(ILogger logger, Exception exception, string function);
    }
}
