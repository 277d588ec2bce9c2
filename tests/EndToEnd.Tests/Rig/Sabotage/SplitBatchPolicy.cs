using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace PhotoFunctions.EndToEnd.Tests.Rig.Sabotage;

/// <summary>Sends the operations of every batch one after the other, as batches of one: what was one write becomes several.</summary>
internal sealed class SplitBatchPolicy : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!BatchBody.IsBatch(message))
        {
            await ProcessNextAsync(message, pipeline);
            return;
        }

        var (head, operations, tail) = BatchBody.Split(await BatchBody.ReadAsync(message), "changeset_");
        Response? first = null;
        var answers = new List<string>();
        foreach (var operation in operations)
        {
            message.Request.Content = RequestContent.Create(Encoding.UTF8.GetBytes(head + operation + tail));
            await ProcessNextAsync(message, pipeline);
            if (BatchBody.IsRefused(message.Response))
            {
                return;
            }

            first ??= message.Response;
            answers.Add(message.Response.Content.ToString());
        }

        var (firstHead, _, firstTail) = BatchBody.Split(answers[0], "changesetresponse_");
        var parts = answers.Select(answer => BatchBody.Split(answer, "changesetresponse_").Operations.Single()[BoundaryLength(answer)..]);
        var boundary = BatchBody.BoundaryOf(answers[0], "changesetresponse_");
        var body = Encoding.UTF8.GetBytes(firstHead + string.Concat(parts.Select(part => boundary + part)) + firstTail);
        message.Response = new AnsweredResponse(first!.Status, first, body) { ClientRequestId = message.Request.ClientRequestId };
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    private static int BoundaryLength(string answer) => BatchBody.BoundaryOf(answer, "changesetresponse_").Length;
}
