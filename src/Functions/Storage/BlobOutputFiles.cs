using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.Functions.Storage;

/// <summary>The container of finished outputs, walked over by cohort.</summary>
internal sealed class BlobOutputFiles(StorageAccount storage, StorageDates dates) : IOutputFiles
{
    public async IAsyncEnumerable<OutputFile> ListAsync(
        CohortCode cohort, DateTimeOffset writtenBefore, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in storage.Photos.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{cohort}/", cancellationToken))
        {
            if (blob.Properties is { ETag: { } eTag, LastModified: { } lastModified }
                && dates.ToApp(lastModified) < writtenBefore
                && Read(blob.Name, eTag.ToString("G").Trim('"')) is { } file)
            {
                yield return file;
            }
        }
    }

    public async Task<bool> DeleteAsync(CohortCode cohort, OutputFile file, CancellationToken cancellationToken)
    {
        var name = BlobPhotoStore.OutputName(cohort, file.Student, file.Profile, file.Sha256);
        try
        {
            await storage.Photos.GetBlobClient(name).DeleteAsync(
                DeleteSnapshotsOption.IncludeSnapshots,
                new BlobRequestConditions { IfMatch = new ETag($"\"{file.ETag}\"") },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            // Written again since, or gone.
            return false;
        }
    }

    // {cohort}/{studentNumber}/{sha256}.{profile}.jpg
    private static OutputFile? Read(string name, string eTag) =>
        name.Split('/') is [_, var number, var file]
        && file.Split('.') is [var sha256, var profile, "jpg"]
        && StudentNumber.Parse(number).Value is { } student
            ? new OutputFile(student, profile, sha256, eTag)
            : null;
}
