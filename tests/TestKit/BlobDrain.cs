using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PhotoFunctions.TestKit;

/// <summary>A container full of small blobs, and what the host left of them: for runs that count.</summary>
public static class BlobDrain
{
    private const string HostContainer = "azure-webjobs-hosts";
    private const string ReceiptPrefix = "blobreceipts/";

    public static async Task FillAsync(BlobContainerClient container, int blobs, CancellationToken cancellationToken)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var content = BinaryData.FromBytes(new byte[300]);
        await Parallel.ForAsync(
            0, blobs, cancellationToken, async (number, cancel) => await container.UploadBlobAsync($"{number:D6}.jpg", content, cancel));
    }

    /// <returns>The names of all receipts; each blob has its own.</returns>
    public static async Task<IReadOnlyList<string>> ReceiptsAsync(string connectionString, CancellationToken cancellationToken)
    {
        var hosts = new BlobContainerClient(connectionString, HostContainer);
        var names = new List<string>();
        await foreach (var receipt in hosts.GetBlobsAsync(BlobTraits.None, BlobStates.None, ReceiptPrefix, cancellationToken))
        {
            names.Add(receipt.Name);
        }

        return names;
    }
}
