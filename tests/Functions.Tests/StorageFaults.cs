using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Functions.Tests;

/// <summary>
/// Ends a process's storage calls from one of them on, before or after it takes effect, as the death of the process does; or loses the
/// answer to one, as a broken connection does.
/// </summary>
internal sealed class StorageFaults : HttpPipelinePolicy
{
    private int _calls;
    private int _lastCall = int.MaxValue;
    private int _lostAnswer;
    private bool _isAfterEffect;

    /// <summary>How many calls there were since the last change of plan.</summary>
    public int Calls => _calls;

    /// <summary>Every address that was called, when a test asks for it.</summary>
    public ConcurrentQueue<string>? Addresses { get; set; }

    /// <summary>No call to this table goes through; null for none.</summary>
    public string? UnreachableTable { get; set; }

    /// <summary>What happens before a call goes out, by somebody else's doing, or instead of it by throwing.</summary>
    public Func<Request, Task>? Before { get; set; }

    /// <summary>No call goes through any more from this one on, counted from 1; 0 for none.</summary>
    public void DieAt(int call, bool afterEffect)
    {
        (_calls, _lastCall, _isAfterEffect, _lostAnswer) = (0, call == 0 ? int.MaxValue : call, afterEffect, 0);
    }

    /// <summary>One answer gets lost, and the client asks again.</summary>
    public void LoseAnswerTo(int call) => (_calls, _lastCall, _lostAnswer) = (0, int.MaxValue, call);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var call = Interlocked.Increment(ref _calls);
        Addresses?.Enqueue(message.Request.Uri.ToString());
        if (UnreachableTable is { } table && message.Request.Uri.Path.Contains(table, StringComparison.Ordinal))
        {
            throw new SimulatedOutageException();
        }

        if (Before is { } before)
        {
            await before(message.Request);
        }

        if (call > _lastCall || (call == _lastCall && !_isAfterEffect))
        {
            throw new SimulatedOutageException();
        }

        await ProcessNextAsync(message, pipeline);
        if (call == _lastCall)
        {
            throw new SimulatedOutageException();
        }

        if (call == _lostAnswer)
        {
            throw new IOException("The connection was lost.");
        }
    }
}
