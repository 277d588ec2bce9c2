using Azure.Core;
using Azure.Core.Pipeline;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Mail.Acs;

/// <summary>How Communication Services are called.</summary>
internal sealed class AcsClientOptions : ClientOptions
{
    private const string Scope = "https://communication.azure.com//.default";

    private AcsClientOptions()
    {
        RetryPolicy = new AcsRetries();
        Retry.NetworkTimeout = TimeSpan.FromSeconds(20);

        // Addresses and names are in the bodies.
        Diagnostics.IsLoggingEnabled = false;
        Diagnostics.IsTelemetryEnabled = false;
        Transport = new HttpClientTransport(new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        });
    }

    /// <param name="settings">The resource.</param>
    /// <param name="identity">The app's own, for a resource without a key.</param>
    /// <param name="realTime">The clock of the world: signatures are judged by it.</param>
    public static HttpPipeline BuildPipeline(AcsSettings settings, TokenCredential identity, TimeProvider realTime)
    {
        HttpPipelinePolicy credential = settings.AccessKey is { } key
            ? new AcsSignature(key, realTime)
            : new BearerTokenAuthenticationPolicy(identity, Scope);
        return HttpPipelineBuilder.Build(new AcsClientOptions(), [], [credential, new AcsAttempts()], new ResponseClassifier());
    }
}
