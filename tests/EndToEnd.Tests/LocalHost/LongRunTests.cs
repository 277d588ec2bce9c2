using System.Net;
using Azure.Storage.Blobs;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

/// <summary>What takes minutes, or a hundred megabytes: asked for by name.</summary>
public sealed class LongRunTests
{
    private const string Reason = "Takes minutes: set the environment variable LONG_TESTS=1 to run it.";

    /// <summary>How much more memory the host may hold after 10,000 blobs than after 2,000.</summary>
    private const long GrowthBytes = 64 * 1024 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static bool IsAskedFor => Environment.GetEnvironmentVariable("LONG_TESTS") == "1";

    [Fact(Skip = Reason, SkipUnless = nameof(IsAskedFor))]
    public async Task Drains_ten_thousand_blobs_once_each_in_flat_memory_and_calls_none_again_after_a_restart()
    {
        const int Blobs = 10_000;
        using var app = new CountingApp("uploads");
        await using var storage = await StorageEmulator.StartAsync(Cancel);
        await BlobDrain.FillAsync(new BlobContainerClient(storage.ConnectionString, "uploads"), Blobs, Cancel);
        using var client = new HttpClient();
        using (var host = await ChildHost.StartAsync(app.Root, Cancel, "--storage", storage.ConnectionString))
        {
            await WaitForCallsAsync(client, host, Blobs / 5);
            var before = host.ResidentBytes;
            await WaitForCallsAsync(client, host, Blobs);
            await Eventually.TrueAsync(
                async () => (await BlobDrain.ReceiptsAsync(storage.ConnectionString, Cancel)).Count == Blobs, "the receipts", Cancel);

            Assert.Equal((Blobs, Blobs), await CountingApp.CountsAsync(client, host.Address, Cancel));
            Assert.InRange(host.ResidentBytes, 0, before + GrowthBytes);
            await host.StopAsync(Cancel);
        }

        using (var host = await ChildHost.StartAsync(app.Root, Cancel, "--storage", storage.ConnectionString))
        {
            await new BlobClient(storage.ConnectionString, "uploads", "zzz-last.jpg").UploadAsync(BinaryData.FromString("1"), Cancel);
            await WaitForCallsAsync(client, host, 1);

            Assert.Equal((1, 1), await CountingApp.CountsAsync(client, host.Address, Cancel));
        }
    }

    [Fact(Skip = Reason, SkipUnless = nameof(IsAskedFor))]
    public async Task Refuses_a_body_without_length_when_it_grows_over_the_limit()
    {
        using var app = new CountingApp("uploads");
        using var host = await ChildHost.StartAsync(app.Root, Cancel);
        using var client = new HttpClient();

        // The web server counts the frames of the chunks too.
        Assert.Equal(HttpStatusCode.OK, await SendAsync(99 * 1024 * 1024));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(100 * 1024 * 1024 + 1));

        async Task<HttpStatusCode> SendAsync(int bytes)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/api/x"));
            request.Content = new ByteArrayContent(new byte[bytes]);
            request.Headers.TransferEncodingChunked = true;
            request.Headers.ExpectContinue = true;
            using var answer = await client.SendAsync(request, Cancel);
            return answer.StatusCode;
        }
    }

    private static Task WaitForCallsAsync(HttpClient client, ChildHost host, int calls) => Eventually.TrueAsync(
        async () => (await CountingApp.CountsAsync(client, host.Address, Cancel)).Calls >= calls,
        $"{calls} calls",
        Cancel,
        TimeSpan.FromMinutes(10));
}
