using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Imaging;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Opens the pictures of the photo that a student has now: the original, and each output by its profile's name.</summary>
internal sealed class PictureFiles(StorageAccount storage)
{
    private const string Original = OutputProfile.OriginalName;
    private const int SignatureBytes = 8;

    public async Task<PictureFile?> OpenAsync(Student student, string picture, CancellationToken cancellationToken)
    {
        if (picture == Original)
        {
            return student.Photo?.Sha256 is { } sha256
                && await OpenAsync(storage.Originals, BlobPhotoStore.OriginalName(student.Key, sha256), cancellationToken) is { } stream
                ? await OriginalAsync(stream, student, sha256, cancellationToken)
                : null;
        }

        return student.Photo?.Outputs.FirstOrDefault(output => output.Profile == picture) is { } output
            && await OpenAsync(storage.Photos, BlobPhotoStore.OutputName(student.Key, output), cancellationToken) is { } content
            ? new PictureFile(content, "image/jpeg", $"{student.Key.Number}-{picture}.jpg", output.Sha256)
            : null;
    }

    // Originals are stored as they came, under one content type; what they are, their first bytes tell.
    private static async Task<PictureFile> OriginalAsync(Stream stream, Student student, string sha256, CancellationToken cancellationToken)
    {
        var signature = new byte[SignatureBytes];
        var length = await stream.ReadAtLeastAsync(signature, SignatureBytes, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        var (contentType, extension) = PhotoSignature.Read(signature.AsSpan(0, length)) switch
        {
            { Failure: not null } => ("application/octet-stream", "bin"),
            { Value: PhotoFormat.Jpeg } => ("image/jpeg", "jpg"),
            _ => ("image/png", "png"),
        };
        return new PictureFile(stream, contentType, $"{student.Key.Number}-{Original}.{extension}", sha256);
    }

    private static async Task<Stream?> OpenAsync(BlobContainerClient container, string blobName, CancellationToken cancellationToken)
    {
        try
        {
            return await container.GetBlobClient(blobName)
                .OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return null;
        }
    }
}
