using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Queues;

/// <summary>One message: called once, then deleted, given back, or moved to the poison queue.</summary>
internal sealed partial class QueueDelivery(
    FunctionManifest function, QueueClient queue, QueueClient? poison, HostManifest host, FunctionInvoker invoker,
    TimeProvider time, ILogger logger)
{
    // The queue of a poison queue has no poison queue: such a message comes back for ever, but not in a tight circle.
    private static readonly TimeSpan HopelessPause = TimeSpan.FromSeconds(30);

    public async Task DeliverAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        await using var lease = new MessageLease(queue, message, time, logger);
        if (Decode(message.Body) is not { } text)
        {
            Log.NotBase64(logger, function.Name, message.MessageId);
            await GiveUpAsync(message, lease, cancellationToken);
            return;
        }

        if (message.DequeueCount > host.MaxDequeueCount && poison is not null)
        {
            await GiveUpAsync(message, lease, cancellationToken);
            return;
        }

        try
        {
            if (await InvokeAsync(message, text, cancellationToken) is InvocationOutcome.Succeeded)
            {
                await lease.DeleteAsync(cancellationToken);
            }
            else if (message.DequeueCount >= host.MaxDequeueCount)
            {
                await GiveUpAsync(message, lease, cancellationToken);
            }
            else
            {
                await lease.ReleaseAsync(host.QueueVisibilityTimeout, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops: the next run need not wait for the visibility timeout.
            await lease.ReleaseAsync(TimeSpan.Zero, CancellationToken.None);
            throw;
        }
    }

    private async Task<InvocationOutcome> InvokeAsync(QueueMessage message, string text, CancellationToken cancellationToken)
    {
        while (true)
        {
            await invoker.WaitUntilReadyAsync(cancellationToken);
            using var payload = QueuePayload.Create(function, message, text, time);
            var outcome = await invoker.InvokeAsync(
                function, payload, $"delivery {message.DequeueCount}, message {message.MessageId}", cancellationToken);
            if (outcome is not InvocationOutcome.NotDelivered)
            {
                return outcome;
            }
        }
    }

    private async Task GiveUpAsync(QueueMessage message, MessageLease lease, CancellationToken cancellationToken)
    {
        if (poison is null)
        {
            await lease.ReleaseAsync(HopelessPause, cancellationToken);
            return;
        }

        Log.Poisoned(logger, function.Name, message.DequeueCount, message.MessageId, poison.Name);
        await poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await poison.SendMessageAsync(message.Body, cancellationToken: cancellationToken);
        await lease.DeleteAsync(cancellationToken);
    }

    private string? Decode(BinaryData body)
    {
        var text = body.ToString();
        if (!host.QueueMessagesAreBase64)
        {
            return text;
        }

        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "{Function}: the message {MessageId} is not base64, as host.json expects it to be.")]
        public static partial void NotBase64(ILogger logger, string function, string messageId);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "{Function} failed {Deliveries} times on the message {MessageId}: it moves to {Queue}.")]
        public static partial void Poisoned(ILogger logger, string function, long deliveries, string messageId, string queue);
    }
}
