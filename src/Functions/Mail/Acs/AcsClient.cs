using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Mail.Acs;

/// <summary>Two calls of Azure Communication Services Email (REST, 2023-03-31). Outages are answers, not exceptions.</summary>
/// <param name="settings">The resource.</param>
/// <param name="identity">The app's own, for a resource without a key.</param>
/// <param name="realTime">The clock of the world: the service judges times by it.</param>
internal sealed class AcsClient(AcsSettings settings, TokenCredential identity, TimeProvider realTime)
{
    private const string Version = "2023-03-31";
    private readonly HttpPipeline _pipeline = AcsClientOptions.BuildPipeline(settings, identity, realTime);

    /// <summary>Hands a mail over. All attempts bear one pair of repeatability headers: the service carries them out once.</summary>
    public async Task<AcsAnswer> SendAsync(BinaryData mail, string operationId, CancellationToken cancellationToken)
    {
        using var message = Message(RequestMethod.Post, "/emails:send");
        var headers = message.Request.Headers;
        headers.Add("Content-Type", "application/json");
        headers.Add("Operation-Id", operationId);
        headers.Add("Repeatability-Request-Id", Guid.NewGuid().ToString());
        headers.Add("Repeatability-First-Sent", realTime.GetUtcNow().ToString("r", CultureInfo.InvariantCulture));
        message.Request.Content = RequestContent.Create(mail);
        return await CallAsync(message, cancellationToken);
    }

    /// <summary>Asks how far an operation is.</summary>
    public async Task<AcsAnswer> AskAsync(string operationId, CancellationToken cancellationToken)
    {
        using var message = Message(RequestMethod.Get, $"/emails/operations/{operationId}");
        return await CallAsync(message, cancellationToken);
    }

    private HttpMessage Message(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(settings.Endpoint, path));
        message.Request.Uri.AppendQuery("api-version", Version);
        message.Request.Headers.Add("Accept", "application/json");
        return message;
    }

    private async Task<AcsAnswer> CallAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await _pipeline.SendAsync(message, cancellationToken);
        }
        catch (Exception ex) when (ex is RequestFailedException or AggregateException or OperationCanceledException
            or AuthenticationFailedException)
        {
            return new AcsAnswer { MayHaveArrivedBefore = AcsAttempts.MayHaveArrived(message) };
        }

        var response = message.Response;
        return new AcsAnswer
        {
            Status = response.Status,
            MayHaveArrivedBefore = AcsAttempts.MayHaveArrived(message),
            Operation = response.IsError ? null : OperationOf(response.Content),
            RetryAfter = RetryAfter(response),
        };
    }

    private static string? OperationOf(BinaryData content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.TryGetProperty("status", out var status) ? status.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? RetryAfter(Response response) =>
        !response.Headers.TryGetValue("Retry-After", out var text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && at - realTime.GetUtcNow() is var wait && wait > TimeSpan.Zero
            ? wait
        : null;
}
