using Azure;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Reads finished outputs whole, each with one call; they are small.</summary>
internal sealed class OutputPictures(StorageAccount storage)
{
    /// <summary>Null when storage does not have it.</summary>
    public async Task<byte[]?> ReadAsync(StudentKey student, StoredOutput output, CancellationToken cancellationToken)
    {
        try
        {
            var blob = storage.Photos.GetBlobClient(BlobPhotoStore.OutputName(student, output));
            return (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return null;
        }
    }
}
