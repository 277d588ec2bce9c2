using System.Text.Json;
using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Blobs;

/// <summary>
/// Up to when all versions of a container are done, kept for the next run of the host in a blob like the real host's: set its
/// <c>LatestScan</c> back, and the versions since are checked against their receipts again.
/// </summary>
internal sealed class ScanInfo(HostStorage storage, FunctionManifest function, string container)
{
    private const string Key = "LatestScan";

    private string Name => $"blobscaninfo/{storage.HostId}/{function.Id}/{container}/scanInfo";

    /// <returns><see cref="DateTimeOffset.MinValue"/> when nothing is known.</returns>
    public async Task<DateTimeOffset> ReadAsync(CancellationToken cancellationToken)
    {
        if (await storage.ReadAsync(Name, cancellationToken) is not { } content)
        {
            return DateTimeOffset.MinValue;
        }

        try
        {
            using var info = JsonDocument.Parse(content);
            return info.RootElement.GetProperty(Key).GetDateTimeOffset();
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // Unreadable counts as never scanned: receipts tell what is done.
            return DateTimeOffset.MinValue;
        }
    }

    public Task WriteAsync(DateTimeOffset doneBefore, CancellationToken cancellationToken) =>
        storage.WriteAsync(Name, BinaryData.FromString(HostJson.Object([new(Key, HostJson.Time(doneBefore))])), cancellationToken);
}
