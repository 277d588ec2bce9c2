using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Links;

/// <summary>
/// Links to the pictures of the photo that a student has now. They read one blob each, whose name holds the student number and hashes,
/// and are answered as downloads that no cache keeps.
/// </summary>
internal sealed class PictureLinks(StorageAccount storage, SignedLinks links)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<PictureLink>> CreateAsync(Student student, CancellationToken cancellationToken)
    {
        var pictures = PicturesOf(student).ToList();
        var signed = await links.SignAsync([.. pictures.Select(picture => (picture.Blob, picture.Allowed))], Lifetime, cancellationToken);
        return [.. pictures.Zip(signed, (picture, link) => new PictureLink(picture.Name, link.Url, link.ExpiresAt))];
    }

    private IEnumerable<(string Name, BlobClient Blob, BlobSasBuilder Allowed)> PicturesOf(Student student)
    {
        if (student.Photo?.Sha256 is { } sha256)
        {
            var (contentType, extension) = KindOf(student.Photo);
            yield return (
                OutputProfile.OriginalName,
                storage.Originals.GetBlobClient(BlobPhotoStore.OriginalName(student.Key, sha256)),
                Allowed($"{student.Key.Number}-{OutputProfile.OriginalName}.{extension}", contentType));
        }

        foreach (var output in student.Photo?.Outputs ?? [])
        {
            yield return (
                output.Profile,
                storage.Photos.GetBlobClient(BlobPhotoStore.OutputName(student.Key, output)),
                Allowed($"{student.Key.Number}-{output.Profile}.jpg", "image/jpeg"));
        }
    }

    // What was decoded is one of the two formats; what was not may be anything.
    private static (string ContentType, string Extension) KindOf(DecidedPhoto photo) =>
        photo.Fingerprint is null ? ("application/octet-stream", "bin")
        : photo.Findings.Any(finding => finding.Code == FailureCodes.FormatPngNote) ? ("image/png", "png")
        : ("image/jpeg", "jpg");

    /// <summary>What a link to a picture allows: to read it, as a download.</summary>
    public static BlobSasBuilder Allowed(string fileName, string contentType) => new(BlobSasPermissions.Read, default)
    {
        ContentDisposition = $"attachment; filename=\"{fileName}\"",
        ContentType = contentType,
        CacheControl = "no-store",
    };
}
