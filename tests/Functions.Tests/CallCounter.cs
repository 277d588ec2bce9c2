using Azure.Core;
using Azure.Core.Pipeline;

namespace PhotoFunctions.Functions.Tests;

/// <summary>Counts storage transactions, retries included.</summary>
internal sealed class CallCounter : HttpPipelineSynchronousPolicy
{
    private int _count;

    public int Count => _count;

    public void Reset() => _count = 0;

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
}
