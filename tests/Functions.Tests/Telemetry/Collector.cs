using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace PhotoFunctions.Functions.Tests.Telemetry;

/// <summary>A real receiver of OTLP over HTTP, which keeps what it is sent as it came.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _server;

    private Collector(WebApplication server) => _server = server;

    public ConcurrentQueue<(string Signal, byte[] Body)> Received { get; } = new();

    /// <summary>The settings that send an app's telemetry here.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _server.Urls.First(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>Every span that came.</summary>
    public IReadOnlyList<ReceivedSpan> Spans =>
        [.. Received.Where(one => one.Signal == "traces").SelectMany(one => ReceivedSpan.Read(one.Body))];

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._server.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector.Received.Enqueue((signal, body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
        await collector._server.StartAsync();
        return collector;
    }

    /// <summary>Lets the app send all that it has.</summary>
    public static void Flush(FunctionApp app)
    {
        Assert.True(app.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(app.Services.GetRequiredService<LoggerProvider>().ForceFlush());

        // Its answer speaks also for the reader behind /api/metrics, which pushes nothing.
        app.Services.GetRequiredService<MeterProvider>().ForceFlush();
    }

    /// <summary>How many of the messages about a signal hold a text.</summary>
    public int Count(string signal, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Received.Count(one => one.Signal == signal && one.Body.AsSpan().IndexOf(bytes) >= 0);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
