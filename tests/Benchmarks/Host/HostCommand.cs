using System.CommandLine;
using System.Globalization;
using Azure.Storage.Blobs;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Host;

/// <summary><c>host</c>: what LocalHost adds to a request, how soon it hands over a blob, how it empties a full container.</summary>
internal static class HostCommand
{
    private const string Container = "uploads";

    public static Command Create()
    {
        var requests = new Option<int>("--requests")
        {
            Description = "Requests of each kind.",
            HelpName = "N",
            DefaultValueFactory = _ => 2000,
        };
        var blobs = new Option<int>("--blobs")
        {
            Description = "Blobs in the full container.",
            HelpName = "N",
            DefaultValueFactory = _ => 10_000,
        };
        var command = new Command("host", "Measure LocalHost: forwarding, blob delivery, a full container, memory.") { requests, blobs };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(requests), result.GetRequiredValue(blobs), result.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task RunAsync(int requests, int blobs, TextWriter output, CancellationToken cancellationToken)
    {
        using var app = new CountingApp(Container);
        await using var storage = await StorageEmulator.StartAsync(cancellationToken);
        var container = new BlobContainerClient(storage.ConnectionString, Container);
        using (var host = await StartAsync(app, storage, cancellationToken))
        {
            await output.WriteLineAsync("HTTP forwarding, one request after the other, directly and through the host by turns:");
            var forwarding = new ForwardingBenchmark(host.Address, output);
            await forwarding.RunAsync("GET, no body", requests, bodyBytes: 0, cancellationToken);
            await forwarding.RunAsync("POST, 256 KiB", Math.Max(1, requests / 4), bodyBytes: 256 * 1024, cancellationToken);

            await output.WriteLineAsync("From the end of an upload to the handler:");
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await new DeliveryBenchmark(host.Address, container, output).RunAsync("empty container", cancellationToken);
            await host.StopAsync(cancellationToken);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{blobs} blobs that lie in the container at the start:"));
        await BlobDrain.FillAsync(container, blobs, cancellationToken);
        var drain = new DrainBenchmark(storage.ConnectionString, container, blobs, output);
        using (var host = await StartAsync(app, storage, cancellationToken))
        {
            await drain.RunAsync(host, cancellationToken);
            await new DeliveryBenchmark(host.Address, container, output).RunAsync("full container", cancellationToken);
            await host.StopAsync(cancellationToken);
        }

        using (var host = await StartAsync(app, storage, cancellationToken))
        {
            await drain.RestartAsync(host, cancellationToken);
            await host.StopAsync(cancellationToken);
        }
    }

    private static Task<ChildHost> StartAsync(CountingApp app, StorageEmulator storage, CancellationToken cancellationToken) =>
        ChildHost.StartAsync(app.Root, cancellationToken, "--storage", storage.ConnectionString);
}
