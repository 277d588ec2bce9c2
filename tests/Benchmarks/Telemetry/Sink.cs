using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PhotoFunctions.Benchmarks.Telemetry;

/// <summary>Takes OTLP over HTTP and throws it away, counted.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication _server;
    private long _bytes;

    private Sink(WebApplication server) => _server = server;

    public long Bytes => Interlocked.Read(ref _bytes);

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _server.Urls.First(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    public static async Task<Sink> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new Sink(builder.Build());
        sink._server.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            await request.Body.CopyToAsync(Stream.Null);
            Interlocked.Add(ref sink._bytes, request.ContentLength ?? 0);
            return Results.Bytes([], "application/x-protobuf");
        });
        await sink._server.StartAsync(cancellationToken);
        return sink;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
