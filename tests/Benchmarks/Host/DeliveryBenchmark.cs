using Azure.Storage.Blobs;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Host;

/// <summary>One blob after the other: from the end of its upload to its arrival at the handler.</summary>
internal sealed class DeliveryBenchmark(Uri host, BlobContainerClient container, TextWriter output)
{
    private const int Blobs = 15;

    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var latencies = new List<TimeSpan>();
        for (var number = 0; number < Blobs; number++)
        {
            // Not in step with the host's own interval: each upload meets another moment of it.
            await Task.Delay(TimeSpan.FromMilliseconds(137 * number), TimeProvider.System, cancellationToken);
            var blob = $"single-{Guid.NewGuid():N}.jpg";
            await container.UploadBlobAsync(blob, BinaryData.FromBytes(new byte[300]), cancellationToken);
            var uploaded = TimeProvider.System.GetUtcNow();
            DateTimeOffset? arrival = null;
            await Eventually.TrueAsync(
                async () => (arrival = await CountingApp.ArrivalAsync(client, host, blob, cancellationToken)) is not null,
                "the delivery",
                cancellationToken,
                TimeSpan.FromMinutes(1));
            latencies.Add(arrival!.Value > uploaded ? arrival.Value - uploaded : TimeSpan.Zero);
        }

        await output.WriteLineAsync($"  {name,-26} {new Sample(latencies)}");
    }
}
