using System.Text.RegularExpressions;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>
/// Where telemetry goes; to nobody unless a setting says so. What else the standard's variables say, its packages read themselves.
/// </summary>
internal sealed partial record TelemetrySettings
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

    public static TelemetrySettings Read(SettingReader reader) => new()
    {
        HasCollector = reader.Parsed(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            text => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address : null,
            "an address",
            "http://collector:4317") is not null,
        ApplicationInsights = reader.Parsed(
            "APPLICATIONINSIGHTS_CONNECTION_STRING",
            text => InstrumentationKey().IsMatch(text) ? text : null,
            "a connection string of Application Insights",
            $"InstrumentationKey={Guid.Empty};IngestionEndpoint=https://westus-0.in.applicationinsights.azure.com/"),
        IdentityClientId = reader.Find("AzureWebJobsStorage:clientId"),
    };

    [GeneratedRegex("(^|;) *InstrumentationKey=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} *(;|$)", RegexOptions.IgnoreCase)]
    private static partial Regex InstrumentationKey();
}
