using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.LocalHost.Demo.Api;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>Follows the uploads until the pipeline is quiet: every one decided and the cohort's inbox empty, or nothing happening any more.</summary>
internal sealed class OutcomeFollower(DemoApi api, BlobContainerClient inbox, TimeProvider time, DemoProgress progress)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>The uploads in the order of the plan, and whether the pipeline came to rest.</returns>
    public async Task<(IReadOnlyList<DecidedUpload> Uploads, bool Quiet)> FollowAsync(
        string cohort, IReadOnlyList<string> teachingPoints, IReadOnlyList<UploadedBlob> sent, CancellationToken cancellationToken)
    {
        var (lastCount, lastChange) = (-1, time.GetTimestamp());
        while (true)
        {
            // Asked before the outcomes: what left the inbox before has its outcome by then.
            var isEmpty = await IsInboxEmptyAsync(cohort, cancellationToken);
            var outcomes = await ReadAsync(cohort, teachingPoints, cancellationToken);
            var count = sent.Count(blob => outcomes.Contains(blob.ETag));
            progress.Report("decided", count, sent.Count);
            if (count != lastCount)
            {
                (lastCount, lastChange) = (count, time.GetTimestamp());
            }

            var isQuiet = isEmpty && count == sent.Count;
            if (isQuiet || time.GetElapsedTime(lastChange) > Patience)
            {
                return ([.. sent.Select(blob => new DecidedUpload(blob.Upload, [.. outcomes[blob.ETag]]))], isQuiet);
            }

            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    private async Task<ILookup<string, UploadView>> ReadAsync(
        string cohort, IReadOnlyList<string> teachingPoints, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(
            [.. teachingPoints.Select(point => api.ListUploadsAsync(cohort, point, cancellationToken)), api.ListUnplacedUploadsAsync(cancellationToken)]);
        return lists.SelectMany(list => list).ToLookup(upload => upload.Etag.Trim('"'));
    }

    private async Task<bool> IsInboxEmptyAsync(string cohort, CancellationToken cancellationToken)
    {
        var first = inbox.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{cohort}/" }, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (first)
        {
            return !await first.MoveNextAsync();
        }
    }
}
