using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>
/// Receives an upload: upload → student → inspection → faults or outputs → stored → recorded → taken out of the inbox. Every step may
/// be repeated, and a crash between any two loses nothing: the upload leaves the inbox last.
/// </summary>
/// <param name="photos">Where pictures are kept.</param>
/// <param name="students">Where students are kept.</param>
/// <param name="owners">Finds whose upload it is.</param>
/// <param name="quarantine">Keeps uploads that match nobody.</param>
/// <param name="judge">Looks at the pictures.</param>
/// <param name="time">The clock.</param>
public sealed class PhotoIntake(
    IPhotoStore photos, IStudentStore students, UploadOwner owners, Quarantine quarantine, PhotoJudge judge, TimeProvider time)
{
    /// <summary>Receives the version of an upload that is now in the inbox. Bad input is an outcome; only bugs and outages throw.</summary>
    /// <param name="blobName">The upload's name in the inbox.</param>
    /// <param name="cancellationToken">Ends the work; a later delivery begins anew.</param>
    /// <returns>What became of it.</returns>
    public async Task<IntakeReport> ReceiveAsync(string blobName, CancellationToken cancellationToken)
    {
        var path = UploadPath.Parse(blobName);
        var owner = await owners.FindAsync(path, cancellationToken);
        var rules = owner.Cohort?.Photos ?? PhotoSpecification.Default;
        if (await photos.OpenUploadAsync(blobName, rules.MaxBytes, cancellationToken) is not { } upload)
        {
            return IntakeReport.Gone;
        }

        var report = await DecideAsync(upload, path, owner, cancellationToken)
            ?? await QuarantineAsync(upload, path, owner, cancellationToken);
        if (report.Outcome is not null)
        {
            await photos.DeleteUploadAsync(upload.Version, cancellationToken);
        }

        return report;
    }

    /// <summary>
    /// Decides an upload that waited in quarantine for its student, as one that came today but with the time at which it came.
    /// </summary>
    /// <param name="waiting">The upload.</param>
    /// <param name="cohort">The student's cohort.</param>
    /// <param name="cancellationToken">Ends the work; it may be begun anew.</param>
    /// <returns>What became of it; or gone, when there is nothing to decide any more.</returns>
    public async Task<IntakeReport> ReofferAsync(WaitingUpload waiting, Cohort cohort, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        ArgumentNullException.ThrowIfNull(cohort);
        if (await photos.OpenQuarantinedAsync(waiting.Version, cohort.Photos.MaxBytes, cancellationToken) is not { } upload)
        {
            return IntakeReport.Gone;
        }

        var path = UploadPath.Parse(waiting.Version.BlobName);
        var entry = await students.DecideWaitingAsync(waiting, DeciderOf(waiting.Student, cohort, upload, path), cancellationToken);
        if (entry is null)
        {
            return IntakeReport.Gone;
        }

        if (entry.Outcome != UploadOutcome.Quarantined)
        {
            await photos.DeleteQuarantinedAsync(waiting.Version, cancellationToken);
        }

        return IntakeReport.Of(entry, waiting.Student);
    }

    private async Task<IntakeReport?> DecideAsync(
        UploadedPhoto upload, UploadPath path, UploadOwner.Found owner, CancellationToken cancellationToken)
    {
        if (owner is not { Student: { } key, Cohort: { } cohort })
        {
            return null;
        }

        var entry = await students.DecideUploadAsync(key, upload.Version, DeciderOf(key, cohort, upload, path), cancellationToken);
        if (entry is { Outcome: UploadOutcome.Quarantined })
        {
            // Recorded as poisoned, then a crash: the content may not be kept yet.
            await photos.SaveQuarantinedAsync(upload, cancellationToken);
        }

        return entry is null ? null : IntakeReport.Of(entry, key);
    }

    // Decided again when somebody else changed the student meanwhile; the picture is looked at once.
    private Func<Student, CancellationToken, Task<UploadDecision?>> DeciderOf(
        StudentKey key, Cohort cohort, UploadedPhoto upload, UploadPath path)
    {
        JudgedPhoto? judged = null;
        return async (student, token) =>
        {
            if (!UploadOwner.IsOwner(student, path))
            {
                return null;
            }

            if (UploadDecider.DecideUnseen(student, upload, time.GetUtcNow()) is { } unseen)
            {
                return unseen;
            }

            judged ??= await judge.JudgeAsync(upload, student, cohort, token);
            var decision = UploadDecider.Decide(student, judged, time.GetUtcNow())
                .WithConsequences(student, cohort.Proofing.StartsFrom);
            await StoreAsync(key, judged, decision, token);
            return decision;
        };
    }

    // A rejected photo is kept too: the teaching point may appeal. One too large to be read goes to quarantine as it is. Of one that
    // waits for a person the outputs are kept as well: that is what the person looks at.
    private async Task StoreAsync(StudentKey key, JudgedPhoto judged, UploadDecision decision, CancellationToken cancellationToken)
    {
        var isOfStudent = decision.Outcome is UploadOutcome.Accepted or UploadOutcome.InReview or UploadOutcome.Rejected;
        if (judged.Upload.Length == 0 || (!isOfStudent && decision.Outcome != UploadOutcome.Quarantined))
        {
            return;
        }

        if (judged.Upload.Sha256 is null || !isOfStudent)
        {
            await photos.SaveQuarantinedAsync(judged.Upload, cancellationToken);
        }
        else
        {
            await photos.SaveOriginalAsync(key, judged.Upload, cancellationToken);
            await photos.SaveOutputsAsync(key, judged.Outputs, cancellationToken);
        }
    }

    private async Task<IntakeReport> QuarantineAsync(
        UploadedPhoto upload, UploadPath path, UploadOwner.Found owner, CancellationToken cancellationToken)
    {
        var reason = owner.Failure ?? UploadFailures.StudentUnknown;
        return await quarantine.KeepAsync(upload, path, owner, reason, cancellationToken)
            ? new IntakeReport(UploadOutcome.Quarantined, null, [reason.Code])
            : IntakeReport.Gone;
    }
}
