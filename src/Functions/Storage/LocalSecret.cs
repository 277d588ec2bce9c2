using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace PhotoFunctions.Functions.Storage;

/// <summary>What is generated at the first run on the emulator, and kept there beside the data.</summary>
internal static class LocalSecret
{
    private static readonly BlobUploadOptions Once = new() { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };

    /// <summary>Keeps the secret unless there is one already, and gives the one that is kept.</summary>
    public static async Task<T> ReadOrKeepAsync<T>(BlobClient blob, T generated, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(BinaryData.FromObjectAsJson(generated), Once, cancellationToken);
        }
        catch (RequestFailedException ex) when (IsKept(ex))
        {
        }

        return Read<T>(await blob.DownloadContentAsync(cancellationToken));
    }

    /// <summary>The same for callers that cannot wait asynchronously: perhaps before any door has made the container.</summary>
    public static T ReadOrKeep<T>(BlobClient blob, T generated)
    {
        blob.GetParentBlobContainerClient().CreateIfNotExists();
        try
        {
            blob.Upload(BinaryData.FromObjectAsJson(generated), Once);
        }
        catch (RequestFailedException ex) when (IsKept(ex))
        {
        }

        return Read<T>(blob.DownloadContent());
    }

    // An earlier run, or another instance, was first.
    private static bool IsKept(RequestFailedException ex) => ex.Status is 409 or 412;

    private static T Read<T>(BlobDownloadResult kept) => kept.Content.ToObjectFromJson<T>(JsonSerializerOptions.Default)!;
}
