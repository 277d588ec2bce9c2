using System.Globalization;
using Azure.Storage.Blobs;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Host;

/// <summary>Empties a full container: calls, receipts and memory on the way.</summary>
internal sealed class DrainBenchmark(string connectionString, BlobContainerClient container, int blobs, TextWriter output)
{
    private const int Steps = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);
    private static readonly TimeProvider Time = TimeProvider.System;

    public async Task RunAsync(ChildHost host, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var started = Time.GetTimestamp();
        for (var step = 1; step <= Steps; step++)
        {
            var goal = blobs * step / Steps;
            var calls = 0;
            await Eventually.TrueAsync(
                async () => (calls = (await CountingApp.CountsAsync(client, host.Address, cancellationToken)).Calls) >= goal,
                $"{goal} calls",
                cancellationToken,
                Patience);
            var seconds = Time.GetElapsedTime(started).TotalSeconds;
            await WriteAsync($"  {calls,6} called after {seconds,6:0.0} s   host holds {Megabytes(host)}");
        }

        await Task.Delay(Idle, Time, cancellationToken);
        var receipts = await BlobDrain.ReceiptsAsync(connectionString, cancellationToken);
        var counts = await CountingApp.CountsAsync(client, host.Address, cancellationToken);
        var lying = await container.GetBlobsAsync(cancellationToken: cancellationToken).CountAsync(cancellationToken);
        await WriteAsync($"  after {Idle.TotalSeconds} s of idle sweeps: {counts.Calls} calls for {counts.Blobs} blobs");
        await WriteAsync($"  {receipts.Count} receipts of {receipts.Distinct().Count()} versions, {lying} blobs in {container.Name}");
        await WriteAsync($"  host holds {Megabytes(host)}");
    }

    public async Task RestartAsync(ChildHost host, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        await Task.Delay(Idle, Time, cancellationToken);
        var counts = await CountingApp.CountsAsync(client, host.Address, cancellationToken);
        host.Process.Refresh();
        var busy = host.Process.TotalProcessorTime.TotalSeconds;
        await WriteAsync($"  {Idle.TotalSeconds} s after a restart: {counts.Calls} calls, {busy:0.0} s of processor time");
        await WriteAsync($"  host holds {Megabytes(host)}");
    }

    private Task WriteAsync(FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));

    private static string Megabytes(ChildHost host) =>
        string.Create(CultureInfo.InvariantCulture, $"{host.ResidentBytes / 1024.0 / 1024.0:0} MiB");
}
