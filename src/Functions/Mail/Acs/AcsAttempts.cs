using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace PhotoFunctions.Functions.Mail.Acs;

/// <summary>Remembers whether an attempt may have come through before the last one, of which the caller sees the answer.</summary>
internal sealed class AcsAttempts : HttpPipelinePolicy
{
    private const string Arrived = "photofunctions-may-have-arrived";
    private const string Failed = "photofunctions-failed";

    /// <summary>Whether any attempt but an answered last one may have come through.</summary>
    public static bool MayHaveArrived(HttpMessage message) => message.TryGetProperty(Arrived, out var arrived) && arrived is true;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Expected an asynchronous call.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.TryGetProperty(Failed, out var failed) && failed is true)
        {
            // The attempt before was answered with an error of the server's: nobody knows what it did until then.
            message.SetProperty(Arrived, true);
        }

        message.CancellationToken.ThrowIfCancellationRequested();
        try
        {
            await ProcessNextAsync(message, pipeline);
            message.SetProperty(Failed, message.Response.Status >= StatusCodes.Status500InternalServerError);
        }
        catch (Exception ex) when (!IsBeforeSending(ex))
        {
            message.SetProperty(Arrived, true);
            throw;
        }
    }

    // Of the time-outs, only the one of connecting has a TimeoutException inside; that of the pipeline and the caller's end have none.
    private static bool IsBeforeSending(Exception exception) =>
        exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        }
        or TimeoutException
        || (exception is RequestFailedException or OperationCanceledException
            && exception.InnerException is { } inner && IsBeforeSending(inner));
}
