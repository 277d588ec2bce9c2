using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>Makes the files, and puts them into the inbox as a teaching point does: straight into the container.</summary>
internal sealed class PhotoUploader(DemoProgress progress)
{
    private const int UploadsAtOnce = 4;

    public async Task<IReadOnlyList<(DemoUpload Upload, byte[] Content)>> DrawAsync(
        IReadOnlyList<DemoUpload> uploads, string activity, CancellationToken cancellationToken)
    {
        var contents = new byte[uploads.Count][];
        var done = 0;
        await Parallel.ForAsync(0, uploads.Count, Limit(Environment.ProcessorCount, cancellationToken), async (index, token) =>
        {
            contents[index] = await uploads[index].ContentAsync(token);
            progress.Report(activity, Interlocked.Increment(ref done), uploads.Count);
        });
        return [.. uploads.Zip(contents)];
    }

    public async Task<IReadOnlyList<UploadedBlob>> UploadAsync(
        BlobContainerClient inbox, string cohort, IReadOnlyList<(DemoUpload Upload, byte[] Content)> photos, CancellationToken cancellationToken)
    {
        await inbox.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var sent = new ConcurrentBag<UploadedBlob>();
        await Parallel.ForEachAsync(photos, Limit(UploadsAtOnce, cancellationToken), async (photo, token) =>
        {
            var blob = inbox.GetBlobClient($"{cohort}{photo.Upload.CohortSuffix}/{photo.Upload.Path}");
            var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "image/jpeg" } };
            var answer = await blob.UploadAsync(BinaryData.FromBytes(photo.Content), options, token);
            sent.Add(new UploadedBlob(photo.Upload, answer.Value.ETag.ToString().Trim('"')));
            progress.Report("uploaded", sent.Count, photos.Count);
        });
        return [.. sent];
    }

    private static ParallelOptions Limit(int count, CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = count, CancellationToken = cancellationToken };
}
