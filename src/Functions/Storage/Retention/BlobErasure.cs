using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PhotoFunctions.Functions.Storage.Retention;

/// <summary>Deletes blobs for good, whatever version they are.</summary>
internal static class BlobErasure
{
    private const int AtOnce = 32;

    public static async Task<bool> AnyAsync(BlobContainerClient container, string prefix, CancellationToken cancellationToken)
    {
        await foreach (var page in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken).AsPages(pageSizeHint: 1))
        {
            if (page.Values.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    public static Task<int> EraseAsync(BlobContainerClient container, string prefix, CancellationToken cancellationToken) =>
        EraseAsync(container, prefix, _ => true, cancellationToken);

    public static async Task<int> EraseAsync(
        BlobContainerClient container, string prefix, Func<BlobItem, bool> isMeant, CancellationToken cancellationToken)
    {
        var erased = 0;
        await Parallel.ForEachAsync(
            container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken).Where(isMeant),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (blob, token) =>
            {
                var isErased = await container.GetBlobClient(blob.Name)
                    .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: token);
                Interlocked.Add(ref erased, isErased ? 1 : 0);
            });
        return erased;
    }
}
