using Azure.Core;
using Azure.Core.Pipeline;

namespace PhotoFunctions.TestKit;

/// <summary>Counts storage transactions, retries included.</summary>
public sealed class CallCounter : HttpPipelineSynchronousPolicy
{
    private int _count;

    public int Count => _count;

    public void Reset() => _count = 0;

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
}
