using Azure;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>
/// Puts photos that were decided after a backup began back into the inbox: the restored tables do not know them, their originals are kept.
/// They come in the order in which they came then, each in a folder of its own, so that the same is decided again.
/// </summary>
internal sealed class PhotosSince(StorageAccount storage, StudentDirectory directory, StorageDates dates)
{
    /// <summary>The folder below the teaching point's that such uploads lie in.</summary>
    public const string Folder = "since-backup";

    public async Task<Report> OfferAsync(DateTimeOffset since, bool isDryRun, CancellationToken cancellationToken)
    {
        var originals = await storage.Originals.GetBlobsAsync(cancellationToken: cancellationToken)
            .Where(blob => blob.Properties.LastModified is { } written && dates.ToApp(written) >= since)
            .OrderBy(blob => blob.Properties.LastModified)
            .ThenBy(blob => blob.Name, StringComparer.Ordinal)
            .ToListAsync(cancellationToken);
        var (offered, known, unowned) = (0, 0, 0);
        foreach (var (order, original) in originals.Index())
        {
            var (student, sha256) = await OwnerAsync(original, cancellationToken);
            if (student is null)
            {
                unowned++;
            }
            else if (student.Photo?.Sha256 == sha256)
            {
                known++;
            }
            else
            {
                offered++;
                await (isDryRun ? Task.CompletedTask : OfferAsync(original, student, sha256, order, cancellationToken));
            }
        }

        return new Report(offered, known, unowned);
    }

    // {cohort}/{student number}/{sha256}.jpg
    private async Task<(Student? Student, string Sha256)> OwnerAsync(BlobItem original, CancellationToken cancellationToken)
    {
        if (original.Name.Split('/') is not [var cohort, var number, var file]
            || CohortCode.Parse(cohort).Value is not { } code
            || StudentNumber.Parse(number).Value is not { } parsed)
        {
            return (null, "");
        }

        return (await directory.FindStudentAsync(code, parsed, null, cancellationToken), Path.GetFileNameWithoutExtension(file));
    }

    private async Task OfferAsync(BlobItem original, Student student, string sha256, int order, CancellationToken cancellationToken)
    {
        // The same name at every attempt, so that a photo lies in the inbox once. Of two of one second the name decides the order.
        var place = $"{student.Key.Cohort}/{student.Key.TeachingPoint}/{Folder}/{order:D6}-{sha256[..16]}";
        var name = $"{place}/{student.Profile.NationalId.Value}.jpg";
        var content = (await storage.Originals.GetBlobClient(original.Name).DownloadContentAsync(cancellationToken)).Value.Content;
        try
        {
            await storage.Uploads.GetBlobClient(name).UploadAsync(
                content, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            // Offered by an attempt before this one.
        }
    }

    /// <summary>What became of the originals that were written since.</summary>
    /// <param name="Offered">How many were put into the inbox, or would be.</param>
    /// <param name="Known">How many the student's row knows as the decided photo.</param>
    /// <param name="Unowned">How many belong to students who are not there (yet).</param>
    internal sealed record Report(int Offered, int Known, int Unowned);
}
