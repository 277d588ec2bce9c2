using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace PhotoFunctions.Functions.Tests.Telemetry;

public sealed class ExporterTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_on_when_the_collector_is_away_and_says_so_once()
    {
        using var app = new FunctionApp(emulator)
        {
            Settings = { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = NobodyThere(), ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" },
        };
        using var admin = app.CreateAdmin();
        for (var turn = 0; turn < 3; turn++)
        {
            (await admin.GetAsync(new Uri("/api/cohorts", UriKind.Relative), Token)).EnsureSuccessStatusCode();
            app.Services.GetRequiredService<TracerProvider>().ForceFlush();
        }

        Assert.Single(app.LogLines, line => line.Contains("OpenTelemetryProtocol has trouble", StringComparison.Ordinal));
    }

    [Fact]
    public void Listens_to_nothing_without_an_exporter()
    {
        using var app = new FunctionApp(emulator);

        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    private static string NobodyThere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
