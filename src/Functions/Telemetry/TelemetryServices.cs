using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>Everything that telemetry is made of. It is put around what is registered, so it comes last.</summary>
internal static class TelemetryServices
{
    public const string ServiceName = "photofunctions";

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        // With a setting that is refused, the app does not start.
        var settings = TelemetrySettings.Read(new SettingReader(builder.Configuration));
        builder.Services.AddSingleton<AppMeter>().AddSingleton<StageTimer>().AddSingleton<PhotoTraces>().Measure();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                ServiceName, serviceVersion: typeof(TelemetryServices).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics => Metrics(metrics, settings));
        if (settings.HasExporter)
        {
            Tracing.Prepare();

            // The exporter would tell its maker about itself, at addresses outside of the college's cloud.
            Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true");
            builder.Services.AddHostedService<ExporterWatch>();
            telemetry
                .WithTracing(traces => Traces(traces, settings))
                .WithLogging(logs => Logs(logs, settings), options => options.ParseStateValues = true);
            if (settings.ApplicationInsights is not null)
            {
                // The host sends what it reads from the console to the same place, but past the allow-list.
                builder.Logging
                    .AddFilter<ConsoleLoggerProvider>(null, LogLevel.None)
                    .AddFilter<ConsoleLoggerProvider>(typeof(ExporterWatch).FullName, LogLevel.Warning);
            }

            builder.Logging
                .AddFilter<OpenTelemetryLoggerProvider>(null, LogLevel.Warning)
                .AddFilter<OpenTelemetryLoggerProvider>("PhotoFunctions", LogLevel.Information);
        }

        return builder;
    }

    /// <summary>Counts what the storage clients do.</summary>
    public static IServiceCollection CountStorageCalls(this IServiceCollection services) => services
        .Decorate<BlobClientOptions>((all, options) => Counted(all, options, "blob"))
        .Decorate<TableClientOptions>((all, options) => Counted(all, options, "table"));

    private static T Counted<T>(IServiceProvider all, T options, string service)
        where T : ClientOptions
    {
        options.AddPolicy(new StorageCallCounter(all.GetRequiredService<AppMeter>(), service), HttpPipelinePosition.PerRetry);
        return options;
    }

    private static void Measure(this IServiceCollection services) => services
        .CountStorageCalls()
        .Decorate<IPhotoStore>((all, inner) => ActivatorUtilities.CreateInstance<MeasuredPhotoStore>(all, inner))
        .Decorate<IPhotoCodec>((all, inner) => ActivatorUtilities.CreateInstance<MeasuredPhotoCodec>(all, inner))
        .Decorate<IFaceFinder>((all, inner) => ActivatorUtilities.CreateInstance<MeasuredFaceFinder>(all, inner))
        .Decorate<IStudentStore>((all, inner) => ActivatorUtilities.CreateInstance<MeasuredStudentStore>(all, inner))
        .Decorate<IReminderLedger>((all, inner) => ActivatorUtilities.CreateInstance<MeasuredReminderLedger>(all, inner))
        .PostConfigure<ProblemDetailsOptions>(problems => problems.CustomizeProblemDetails += context =>
            context.HttpContext.Items[InvocationTelemetry.CodeKey] =
                context.ProblemDetails.Extensions.TryGetValue("code", out var code) ? code : null);

    private static void Metrics(MeterProviderBuilder metrics, TelemetrySettings settings)
    {
        metrics.AddMeter(AppMeter.Name, "System.Runtime")
            .AddView(instrument => AllowList.Instruments.TryGetValue(instrument.Name, out var tags)
                ? new MetricStreamConfiguration { TagKeys = tags }
                : MetricStreamConfiguration.Drop)
            .AddPrometheusExporter();
        if (settings.HasCollector)
        {
            metrics.AddOtlpExporter();
        }

        if (settings.ApplicationInsights is not null)
        {
            metrics.AddReader(new PeriodicExportingMetricReader(new AzureMonitorMetricExporter(Insights(settings)))
            {
                TemporalityPreference = MetricReaderTemporalityPreference.Delta,
            });
        }
    }

    // The exporters themselves, not the helpers around them: those would set a sampler of their own, and metrics that nobody has allowed.
    private static void Traces(TracerProviderBuilder traces, TelemetrySettings settings)
    {
        traces.AddSource(Tracing.SourceName).AddProcessor(new SpanRedaction());
        if (settings.HasCollector)
        {
            traces.AddOtlpExporter();
        }

        if (settings.ApplicationInsights is not null)
        {
            traces.AddProcessor(new BatchActivityExportProcessor(new AzureMonitorTraceExporter(Insights(settings))));
        }
    }

    private static void Logs(LoggerProviderBuilder logs, TelemetrySettings settings)
    {
        logs.AddProcessor(new LogRedaction());
        if (settings.HasCollector)
        {
            logs.AddOtlpExporter();
        }

        if (settings.ApplicationInsights is not null)
        {
            logs.AddProcessor(new BatchLogRecordExportProcessor(new AzureMonitorLogExporter(Insights(settings))));
        }
    }

    // Nothing is kept on the disk, and nothing collected by itself.
    private static AzureMonitorExporterOptions Insights(TelemetrySettings settings) => new()
    {
        ConnectionString = settings.ApplicationInsights,
        Credential = settings.IdentityClientId is { } id
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id))
            : null,
        DisableOfflineStorage = true,
        EnableLiveMetrics = false,
        EnableStandardMetrics = false,
        EnablePerformanceCounters = false,
    };
}
