using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Queues;

/// <summary>Takes messages from a queue, a batch at a time.</summary>
internal sealed partial class QueueTriggerLoop(
    FunctionManifest function, QueueClient queue, QueueDelivery delivery, int batchSize, TimeProvider time, ILogger logger)
{
    /// <summary>How long a taken message stays hidden; the real host's value, longer than any default functionTimeout.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan IdleInterval = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!await TryDeliverBatchAsync(cancellationToken))
            {
                await Task.Delay(IdleInterval, time, cancellationToken);
            }
        }
    }

    /// <returns>Whether there were messages.</returns>
    private async Task<bool> TryDeliverBatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            QueueMessage[] messages = await queue.ReceiveMessagesAsync(batchSize, Hidden, cancellationToken);
            await Task.WhenAll(messages.Select(message => delivery.DeliverAsync(message, cancellationToken)));
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

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Function}: storage failed; trying the queue again.")]
        public static partial void QueueFailed(ILogger logger, Exception exception, string function);
    }
}
