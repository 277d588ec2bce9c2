using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace PhotoFunctions.EndToEnd.Tests.Rig.Sabotage;

/// <summary>Takes every If-Match away, in headers and inside of batches: whoever writes last wins.</summary>
internal sealed partial class StripIfMatchPolicy : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        message.Request.Headers.Remove("If-Match");
        if (BatchBody.IsBatch(message))
        {
            var body = await BatchBody.ReadAsync(message);
            message.Request.Content = RequestContent.Create(Encoding.UTF8.GetBytes(IfMatch().Replace(body, "")));
        }

        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    [GeneratedRegex(@"^If-Match:.*\r\n", RegexOptions.Multiline)]
    private static partial Regex IfMatch();
}
