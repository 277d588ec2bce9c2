using System.Collections.Concurrent;
using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Manifests;
using PhotoFunctions.LocalHost.Triggers.Queues;
using PhotoFunctions.LocalHost.Triggers.Timers;

namespace PhotoFunctions.LocalHost.Triggers;

/// <summary>Runs that someone asked for over <c>/admin</c>: accepted at once, made in the background.</summary>
internal sealed class ManualRuns(FunctionInvoker invoker, TimerStatusStore timers, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <returns>False for a function that needs more than a text: a request, or a blob.</returns>
    public bool TryStart(FunctionManifest function, string input)
    {
        if (function.Trigger is not (TimerTrigger or QueueTrigger))
        {
            return false;
        }

        var run = RunAsync(function, input);
        _running[run] = 0;
        _ = run.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task RunAsync(FunctionManifest function, string input)
    {
        await Task.Yield();
        InvocationOutcome outcome;
        do
        {
            await invoker.WaitUntilReadyAsync(_stopping.Token);
            using var payload = function.Trigger is TimerTrigger
                ? TimerPayload.Create(function, await timers.ReadAsync(function, _stopping.Token), isPastDue: false, time)
                : QueuePayload.Create(function, input, time);
            outcome = await invoker.InvokeAsync(function, payload, "by request", _stopping.Token);
        }
        while (outcome is InvocationOutcome.NotDelivered);
    }
}
