using Azure.Core;
using Azure.Core.Pipeline;

namespace PhotoFunctions.EndToEnd.Tests.Rig.Sabotage;

/// <summary>
/// A worker that takes a version which is in the ledger for done and returns, instead of taking it out of the inbox: the deletion after
/// a refused batch is not sent, and answered as if it had been.
/// </summary>
internal sealed class SkipDeletePolicy : HttpPipelinePolicy
{
    private const int Accepted = 202;
    private bool _wasRefused;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (_wasRefused && message.Request.Method == RequestMethod.Delete)
        {
            message.Response = new AnsweredResponse(Accepted, null, null) { ClientRequestId = message.Request.ClientRequestId };
            return;
        }

        await ProcessNextAsync(message, pipeline);
        if (BatchBody.IsBatch(message))
        {
            _wasRefused = BatchBody.IsRefused(message.Response);
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
