using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace PhotoFunctions.LocalHost.Triggers.Queues;

/// <summary>
/// A taken message, kept hidden for as long as its function runs: a functionTimeout can be longer than any visibility timeout.
/// Each renewal changes the pop receipt, so whoever ends the lease asks here.
/// </summary>
internal sealed partial class MessageLease : IAsyncDisposable
{
    /// <summary>How long a message stays hidden when nobody renews it: the real host's value.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(10);

    private readonly QueueClient _queue;
    private readonly QueueMessage _message;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _renewing;
    private string _popReceipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeProvider time, ILogger logger)
    {
        _queue = queue;
        _message = message;
        _popReceipt = message.PopReceipt;
        _time = time;
        _logger = logger;
        _renewing = RenewAsync();
    }

    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        await EndAsync();
        await IsOursAsync(() => _queue.DeleteMessageAsync(_message.MessageId, _popReceipt, cancellationToken));
    }

    /// <summary>Gives the message back: it is visible again after the pause.</summary>
    public async Task ReleaseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        await EndAsync();
        await IsOursAsync(() => _queue.UpdateMessageAsync(_message.MessageId, _popReceipt, _message.Body, pause, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _ending.Dispose();
    }

    private async Task EndAsync()
    {
        await _ending.CancelAsync();
        await _renewing;
    }

    private async Task RenewAsync()
    {
        var pause = Length / 2;
        while (await WaitAsync(pause))
        {
            try
            {
                // Not given up half-way: its answer is the pop receipt that ends the lease.
                if (!await IsOursAsync(HideAsync))
                {
                    return;
                }

                pause = Length / 2;
            }
            catch (Exception exception) when (StorageFaults.Is(exception))
            {
                Log.NotRenewed(_logger, exception, _message.MessageId);
                pause = RetryPause;
            }
        }
    }

    private async Task HideAsync()
    {
        UpdateReceipt receipt = await _queue.UpdateMessageAsync(
            _message.MessageId, _popReceipt, _message.Body, Length, CancellationToken.None);
        _popReceipt = receipt.PopReceipt;
    }

    private async Task<bool> WaitAsync(TimeSpan pause)
    {
        await Task.Delay(pause, _time, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_ending.IsCancellationRequested;
    }

    private static async Task<bool> IsOursAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 400 or 404)
        {
            // Deleted by someone, or already visible again: it is no longer ours.
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The message {MessageId} could not be kept hidden; trying again.")]
        public static partial void NotRenewed(ILogger logger, Exception exception, string messageId);
    }
}
