using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>
/// Stands in the pipelines of one worker's storage clients: counts and remembers every call, and lets the worker die or stall at one of
/// them. A dead worker's calls never reach the storage again, which is all that the world outside sees of a death.
/// </summary>
internal sealed class WorkerPolicy : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<StorageCall> _calls = new();
    private readonly ConcurrentQueue<string> _read = new();
    private FaultPoint? _fault;
    private Func<Task>? _onceRead;
    private string? _deadlyMethod;
    private int _count;
    private volatile bool _isDead;

    /// <summary>Storage calls since the worker was armed, retries included.</summary>
    public int Count => _count;

    /// <summary>Sets what runs once, right after the storage has handed out the content of an upload.</summary>
    public void OnceRead(Func<Task> work) => _onceRead = work;

    /// <summary>From now on calls count, and one of them meets its fault.</summary>
    public void Arm(FaultPoint? fault)
    {
        _fault = fault;
        _count = 0;
    }

    /// <summary>The worker dies before its first call of a method.</summary>
    public void DieBefore(string method) => _deadlyMethod = method;

    /// <summary>What was sent since the last question.</summary>
    public IReadOnlyList<StorageCall> TakeCalls() => Take(_calls);

    /// <summary>The ETags of the uploads that were read since the last question.</summary>
    public IReadOnlyList<string> TakeRead() => Take(_read);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var call = Interlocked.Increment(ref _count);
        var fault = _fault is { } planned && planned.Call == call ? planned : null;
        _isDead |= message.Request.Method.Method == _deadlyMethod;
        ThrowIfDead();
        if (fault is { IsAfter: false })
        {
            await StrikeAsync(fault);
        }

        await ProcessNextAsync(message, pipeline);
        var done = await StorageCall.OfAsync(message, message.CancellationToken);
        _calls.Enqueue(done);
        if (done is { Method: "GET", Status: 200 } && done.Path.StartsWith("uploads/", StringComparison.Ordinal))
        {
            _read.Enqueue(message.Response.Headers.ETag!.Value.ToString("G").Trim('"'));
            await (Interlocked.Exchange(ref _onceRead, null)?.Invoke() ?? Task.CompletedTask);
        }

        if (fault is { IsAfter: true })
        {
            await StrikeAsync(fault);
        }

        ThrowIfDead();
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The app waits for no storage call without giving its thread back.");

    private static List<T> Take<T>(ConcurrentQueue<T> queue)
    {
        var taken = new List<T>();
        while (queue.TryDequeue(out var each))
        {
            taken.Add(each);
        }

        return taken;
    }

    private async Task StrikeAsync(FaultPoint fault)
    {
        _isDead = fault.Dies;
        await fault.Meanwhile();
        ThrowIfDead();
    }

    private void ThrowIfDead()
    {
        if (_isDead)
        {
            throw new WorkerKilledException();
        }
    }
}
