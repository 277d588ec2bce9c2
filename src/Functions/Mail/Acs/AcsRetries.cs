using Azure.Core;
using Azure.Core.Pipeline;

namespace PhotoFunctions.Functions.Mail.Acs;

/// <summary>Two more attempts, soon, with the same headers of repeatability. A full quota is not waited for.</summary>
internal sealed class AcsRetries() : RetryPolicy(maxRetries: 2, DelayStrategy.CreateFixedDelayStrategy(TimeSpan.FromMilliseconds(200)))
{
    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        !IsQuota(message, exception) && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsQuota(message, exception) ? ValueTask.FromResult(false) : base.ShouldRetryAsync(message, exception);

    private static bool IsQuota(HttpMessage message, Exception? exception) =>
        exception is null && message.HasResponse
        && message.Response.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable;
}
