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
        IReadOnlyList<(string Cohort, string TeachingPoint)> places, IReadOnlyList<UploadedBlob> sent, CancellationToken cancellationToken)
    {
        var (lastCount, lastChange) = (-1, time.GetTimestamp());
        while (true)
        {
            // Asked before the outcomes: what left the inbox before has its outcome by then.
            var isEmpty = await IsInboxEmptyAsync(places.Select(place => place.Cohort).Distinct(), cancellationToken);
            var outcomes = await ReadAsync(places, cancellationToken);
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
        IReadOnlyList<(string Cohort, string TeachingPoint)> places, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(
            [.. places.Select(place => api.ListUploadsAsync(place.Cohort, place.TeachingPoint, cancellationToken)), api.ListUnplacedUploadsAsync(cancellationToken)]);
        return lists.SelectMany(list => list).ToLookup(upload => upload.Etag.Trim('"'));
    }

    private async Task<bool> IsInboxEmptyAsync(IEnumerable<string> cohorts, CancellationToken cancellationToken)
    {
        foreach (var cohort in cohorts)
        {
            await foreach (var _ in inbox.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{cohort}/" }, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }
}
