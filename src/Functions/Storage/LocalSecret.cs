using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PhotoFunctions.Functions.Storage;

/// <summary>What is generated at the first run on the emulator, and kept there beside the data.</summary>
internal static class LocalSecret
{
    /// <summary>Keeps the secret unless there is one already, and gives the one that is kept.</summary>
    public static async Task<T> ReadOrKeepAsync<T>(BlobClient blob, T generated, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(
                BinaryData.FromObjectAsJson(generated),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            // An earlier run, or another instance, was first.
        }

        var content = (await blob.DownloadContentAsync(cancellationToken)).Value.Content;
        return content.ToObjectFromJson<T>(JsonSerializerOptions.Default)!;
    }
}
