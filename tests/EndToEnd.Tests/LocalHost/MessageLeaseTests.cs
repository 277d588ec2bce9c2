using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.LocalHost.Triggers.Queues;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class MessageLeaseTests(SharedStorage storage)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Renews_the_visibility_timeout_at_half_time_for_as_long_as_it_is_held()
    {
        var updates = new Updates();
        var (queue, message) = await ReceiveAsync(updates);
        var time = new CountingTime();
        await using var lease = new MessageLease(queue, message, time, NullLogger.Instance);

        for (var renewals = 1; renewals <= 3; renewals++)
        {
            // The answer to a renewal comes before the next wait begins: time that moves between the two would be lost.
            await Eventually.TrueAsync(() => time.Waits == renewals, "the wait for the next renewal", Cancel);
            Assert.Equal(renewals - 1, updates.Count);
            time.Advance(MessageLease.Length / 2);
            await Eventually.TrueAsync(() => updates.Count == renewals, "the renewal", Cancel);
        }

        await lease.DeleteAsync(Cancel);
        Assert.Equal(0, (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Gives_a_message_back_at_once()
    {
        var (queue, message) = await ReceiveAsync(new Updates());
        await using var lease = new MessageLease(queue, message, TimeProvider.System, NullLogger.Instance);

        await lease.ReleaseAsync(TimeSpan.Zero, Cancel);

        Assert.Equal(2, (await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value.DequeueCount);
    }

    private async Task<(QueueClient Queue, QueueMessage Message)> ReceiveAsync(Updates updates)
    {
        var options = new QueueClientOptions();
        options.AddPolicy(updates, HttpPipelinePosition.PerCall);
        var queue = new QueueClient(await storage.ConnectAsync(Cancel), $"q-{Guid.NewGuid():N}", options);
        await queue.CreateAsync(cancellationToken: Cancel);
        await queue.SendMessageAsync("m", Cancel);
        QueueMessage message = await queue.ReceiveMessageAsync(MessageLease.Length, Cancel);
        return (queue, message);
    }

    /// <summary>Counts the waits that were begun.</summary>
    private sealed class CountingTime : FakeTimeProvider
    {
        private int _waits;

        public int Waits => Volatile.Read(ref _waits);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref _waits);
            return timer;
        }
    }

    /// <summary>Counts the answers to changes of a message.</summary>
    private sealed class Updates : HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override void OnReceivedResponse(HttpMessage message)
        {
            if (message.Request.Method == RequestMethod.Put && message.Request.Uri.Path.Contains("/messages/", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
