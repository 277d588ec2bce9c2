using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>Records an upload whose processing failed at every attempt, so that it is neither lost nor tried for ever.</summary>
/// <param name="photos">Where pictures are kept.</param>
/// <param name="students">Where students are kept.</param>
/// <param name="owners">Finds whose upload it is.</param>
/// <param name="quarantine">Keeps the content.</param>
/// <param name="time">The clock.</param>
public sealed class PoisonedUpload(IPhotoStore photos, IStudentStore students, UploadOwner owners, Quarantine quarantine, TimeProvider time)
{
    /// <summary>Quarantines the version that failed. A version that is gone, replaced or decided by now needs nothing.</summary>
    /// <param name="blobName">The upload's name in the inbox.</param>
    /// <param name="eTag">The version that failed, without quotes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What became of it.</returns>
    public async Task<IntakeReport> RecordAsync(string blobName, string eTag, CancellationToken cancellationToken)
    {
        var path = UploadPath.Parse(blobName);
        var owner = await owners.FindAsync(path, cancellationToken);
        if (await photos.OpenUploadAsync(blobName, PhotoSpecification.Default.MaxBytes, cancellationToken) is not { } upload
            || upload.Version.ETag != eTag)
        {
            return IntakeReport.Gone;
        }

        var report = await RecordForStudentAsync(upload, path, owner, cancellationToken);
        if (report is null)
        {
            var reason = UploadFailures.ProcessingFailed;
            if (!await quarantine.KeepAsync(upload, path, owner, reason, cancellationToken))
            {
                return IntakeReport.Gone;
            }

            report = new IntakeReport(UploadOutcome.Quarantined, null, [reason.Code]);
        }

        await photos.DeleteUploadAsync(upload.Version, cancellationToken);
        return report;
    }

    // The ledger first: a version that was decided all the same leaves no copy in quarantine.
    private async Task<IntakeReport?> RecordForStudentAsync(
        UploadedPhoto upload, UploadPath path, UploadOwner.Found owner, CancellationToken cancellationToken)
    {
        // One that is too large for the memory is kept before: it may be overwritten while it is copied.
        if (owner.Student is not { } key || (upload.Sha256 is null && !await photos.SaveQuarantinedAsync(upload, cancellationToken)))
        {
            return null;
        }

        var reason = UploadFailures.ProcessingFailed;
        var history = new HistoryEntry { At = time.GetUtcNow(), Event = "UploadPoisoned", By = "pipeline", Details = reason.Code };
        var decision = new UploadDecision { Outcome = UploadOutcome.Quarantined, At = history.At, History = history, Findings = [reason] };
        var entry = await students.DecideUploadAsync(
            key,
            upload.Version,
            (student, _) => Task.FromResult(UploadOwner.IsOwner(student, path) ? decision : null),
            cancellationToken);
        if (entry is { Outcome: UploadOutcome.Quarantined } && upload.Sha256 is not null)
        {
            await photos.SaveQuarantinedAsync(upload, cancellationToken);
        }

        return entry is null ? null : IntakeReport.Of(entry, key);
    }
}
