using Azure.Core;
using Azure.Core.Pipeline;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>Counts storage transactions by what they were answered with. It sees addresses, and tells none.</summary>
internal sealed class StorageCallCounter(AppMeter meter, string service) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        finally
        {
            Count(message);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        finally
        {
            Count(message);
        }
    }

    private void Count(HttpMessage message) =>
        meter.StorageCall(service, message.HasResponse ? $"{message.Response.Status / 100}xx" : "no-answer");
}
