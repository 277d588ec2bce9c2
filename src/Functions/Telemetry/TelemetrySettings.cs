using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>
/// Where telemetry goes; to nobody unless a setting says so. What else the standard's variables say, its packages read themselves.
/// </summary>
internal sealed record TelemetrySettings
{
    /// <summary>Whether a collector takes it by OTLP.</summary>
    public bool HasCollector { get; private init; }

    /// <summary>The connection string of Application Insights; null: it goes not there.</summary>
    public string? ApplicationInsights { get; private init; }

    /// <summary>
    /// The client id of the identity as which the app signs in at Application Insights; null: with the connection string alone.
    /// </summary>
    public string? IdentityClientId { get; private init; }

    public bool HasExporter => HasCollector || ApplicationInsights is not null;

    public static TelemetrySettings Read(IConfiguration configuration)
    {
        var collector = SettingText.Find(configuration, "OTEL_EXPORTER_OTLP_ENDPOINT");
        if (collector is not null && !(Uri.TryCreate(collector, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw new InvalidOperationException(
                "Expected an address such as http://collector:4317 for OTEL_EXPORTER_OTLP_ENDPOINT but received another text.");
        }

        var insights = SettingText.Find(configuration, "APPLICATIONINSIGHTS_CONNECTION_STRING");
        if (insights?.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase) == false)
        {
            throw new InvalidOperationException(
                "Expected a text such as InstrumentationKey=…;IngestionEndpoint=https://… for APPLICATIONINSIGHTS_CONNECTION_STRING "
                + "but received another one.");
        }

        return new TelemetrySettings
        {
            HasCollector = collector is not null,
            ApplicationInsights = insights,
            IdentityClientId = SettingText.Find(configuration, "AzureWebJobsStorage:clientId"),
        };
    }
}
