using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>
/// Exporters keep their troubles to themselves. The first one of each is told in the log, without its words; the app goes on either way,
/// and what cannot be delivered is dropped.
/// </summary>
internal sealed partial class ExporterWatch(ILogger<ExporterWatch> logger) : EventListener, IHostedService
{
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "OpenTelemetry-Exporter-OpenTelemetryProtocol" or "OpenTelemetry-AzureMonitor-Exporter")
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // Sources that were there before are told of while the base class begins, before there is a field.
        if (_told?.TryAdd(eventData.EventSource.Name, true) == true)
        {
            Log.Undelivered(logger, eventData.EventSource.Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Exporter} has trouble: telemetry may be lost until it is reached. This is told once")]
        public static partial void Undelivered(ILogger logger, string exporter);
    }
}
