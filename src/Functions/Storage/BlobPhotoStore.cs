using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Picture files as blobs. No name outside the inbox holds an ID number.</summary>
internal sealed class BlobPhotoStore(StorageAccount storage, DataKeysSource keysSource, StorageDates dates) : IPhotoStore
{
    private const long MostQuarantinedBytes = 256L * 1024 * 1024;
    private const int BeginningBytes = 1024 * 1024;
    private static readonly BlobHttpHeaders Jpeg = new() { ContentType = "image/jpeg" };

    /// <summary>The blob of a finished output in the container <c>photos</c>.</summary>
    public static string OutputName(StudentKey student, StoredOutput output) =>
        OutputName(student.Cohort, student.Number, output.Profile, output.Sha256);

    /// <summary>The blob of a finished output in the container <c>photos</c>.</summary>
    public static string OutputName(CohortCode cohort, StudentNumber student, string profile, string sha256) =>
        $"{cohort}/{student}/{sha256}.{profile}.jpg";

    /// <summary>The blob of an original in the container <c>originals</c>.</summary>
    public static string OriginalName(StudentKey student, string? sha256) => $"{student.Cohort}/{student.Number}/{sha256}.jpg";

    public async Task<UploadedPhoto?> OpenUploadAsync(string blobName, int maxBytes, CancellationToken cancellationToken)
    {
        if (!UploadPath.Parse(blobName).HasAddress)
        {
            return null;
        }

        try
        {
            var download = await storage.Uploads.GetBlobClient(blobName).DownloadStreamingAsync(cancellationToken: cancellationToken);
            using var result = download.Value;
            var version = new UploadVersion(blobName, Plain(result.Details.ETag), dates.ToApp(result.Details.LastModified));
            return await ReadAsync(version, result, maxBytes, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return null;
        }
    }

    public Task SaveOriginalAsync(StudentKey student, UploadedPhoto upload, CancellationToken cancellationToken) => PutAsync(
        storage.Originals.GetBlobClient(OriginalName(student, upload.Sha256)), upload.Content, cancellationToken);

    public async Task<ReadOnlyMemory<byte>?> OpenOriginalAsync(StudentKey student, string sha256, CancellationToken cancellationToken)
    {
        try
        {
            var blob = storage.Originals.GetBlobClient(OriginalName(student, sha256));
            return (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return null;
        }
    }

    public Task SaveOutputsAsync(StudentKey student, IReadOnlyList<NormalisedPhoto> outputs, CancellationToken cancellationToken) =>
        Task.WhenAll(
            from output in outputs
            select PutAsync(storage.Photos.GetBlobClient(OutputName(student, output.Reference)), output.Content, cancellationToken));

    public async Task<bool> SaveQuarantinedAsync(UploadedPhoto upload, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var target = storage.Quarantine.GetBlobClient(TableKeys.Quarantined(keys, upload.Version));
        if (upload.Sha256 is not null)
        {
            await PutAsync(target, upload.Content, cancellationToken);
            return true;
        }

        // Too large for the memory of a worker: streamed from blob to blob. Of what no camera makes, only the beginning is kept.
        try
        {
            var options = new BlobOpenReadOptions(allowModifications: false) { Conditions = IfUnchanged(upload.Version) };
            var inbox = storage.Uploads.GetBlobClient(upload.Version.BlobName);
            if (upload.Length > MostQuarantinedBytes)
            {
                var beginning = new BlobDownloadOptions { Conditions = options.Conditions, Range = new HttpRange(0, BeginningBytes) };
                var content = (await inbox.DownloadContentAsync(beginning, cancellationToken)).Value.Content;
                await PutAsync(target, content.ToMemory(), cancellationToken);
                return true;
            }

            await using var source = await inbox.OpenReadAsync(options, cancellationToken);
            await target.UploadAsync(source, new BlobUploadOptions { HttpHeaders = Jpeg }, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            return false;
        }
    }

    public async Task<UploadedPhoto?> OpenQuarantinedAsync(UploadVersion version, int maxBytes, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        try
        {
            var download = await storage.Quarantine.GetBlobClient(TableKeys.Quarantined(keys, version))
                .DownloadStreamingAsync(cancellationToken: cancellationToken);
            using var result = download.Value;
            return await ReadAsync(version, result, maxBytes, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return null;
        }
    }

    public async Task DeleteQuarantinedAsync(UploadVersion version, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        await storage.Quarantine.GetBlobClient(TableKeys.Quarantined(keys, version))
            .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
    }

    public async Task DeleteUploadAsync(UploadVersion version, CancellationToken cancellationToken)
    {
        try
        {
            await storage.Uploads.GetBlobClient(version.BlobName)
                .DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, IfUnchanged(version), cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 404 || ex.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            // Gone already, or a newer version lies there, which has its own delivery. A leased blob throws: it is still there.
        }
    }

    public async IAsyncEnumerable<UploadVersion> ListUploadsAsync(
        DateTimeOffset writtenBefore, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in storage.Uploads.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Properties is { ETag: { } eTag, LastModified: { } lastModified } && dates.ToApp(lastModified) < writtenBefore)
            {
                yield return new UploadVersion(blob.Name, Plain(eTag), dates.ToApp(lastModified));
            }
        }
    }

    private static async Task<UploadedPhoto> ReadAsync(
        UploadVersion version, BlobDownloadStreamingResult result, int maxBytes, CancellationToken cancellationToken)
    {
        var length = result.Details.ContentLength;
        if (length > maxBytes)
        {
            return new UploadedPhoto(version, length, default);
        }

        var content = new byte[length];
        await result.Content.ReadExactlyAsync(content, cancellationToken);
        return new UploadedPhoto(version, length, content);
    }

    private static string Plain(ETag eTag) => eTag.ToString("G").Trim('"');

    private static BlobRequestConditions IfUnchanged(UploadVersion version) => new() { IfMatch = new ETag($"\"{version.ETag}\"") };

    private static Task<Response<BlobContentInfo>> PutAsync(
        BlobClient blob, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        blob.UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions { HttpHeaders = Jpeg }, cancellationToken);
}
