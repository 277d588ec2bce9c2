using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>
/// Counts what became of photos where it is recorded: every delivery, reconciliation and poison message passes here, and what the ledger
/// knew before is not counted again.
/// </summary>
internal sealed class MeasuredStudentStore(IStudentStore inner, StageTimer stages, AppMeter meter) : IStudentStore
{
    public Task<StudentKey?> FindAsync(
        NationalId id, CohortCode cohort, TeachingPointCode teachingPoint, CancellationToken cancellationToken) =>
        inner.FindAsync(id, cohort, teachingPoint, cancellationToken);

    public Task<LedgerEntry?> DecideUploadAsync(
        StudentKey key,
        UploadVersion version,
        Func<Student, CancellationToken, Task<UploadDecision?>> decide,
        CancellationToken cancellationToken) =>
        DecideAsync(version, decide, measured => inner.DecideUploadAsync(key, version, measured, cancellationToken));

    // It had an outcome before, quarantined, and has waited for the student, not for us.
    public Task<LedgerEntry?> DecideWaitingAsync(
        WaitingUpload upload, Func<Student, CancellationToken, Task<UploadDecision?>> decide, CancellationToken cancellationToken) =>
        DecideAsync(null, decide, measured => inner.DecideWaitingAsync(upload, measured, cancellationToken));

    public IAsyncEnumerable<WaitingUpload> ListWaitingAsync(
        CohortCode cohort, TeachingPointCode teachingPoint, CancellationToken cancellationToken) =>
        inner.ListWaitingAsync(cohort, teachingPoint, cancellationToken);

    public Task<Result<Student>> DecideReviewAsync(
        StudentKey key, Func<Student, CancellationToken, Task<Result<ReviewDecision>>> decide, CancellationToken cancellationToken) =>
        inner.DecideReviewAsync(key, decide, cancellationToken);

    public IAsyncEnumerable<PhotoFingerprint> ListOtherFingerprintsAsync(StudentKey except, CancellationToken cancellationToken) =>
        inner.ListOtherFingerprintsAsync(except, cancellationToken);

    public async Task RecordUnmatchedAsync(UnmatchedUpload upload, CancellationToken cancellationToken)
    {
        await stages.RunAsync(StageNames.Record, () => inner.RecordUnmatchedAsync(upload, cancellationToken));
        InvocationScope.Current?.PhotoDecided(UploadOutcome.Quarantined, [upload.Reason.Code]);

        // One whose name has no address stays in the inbox, and is recorded anew in every round.
        if (UploadPath.Parse(upload.Version.BlobName).HasAddress)
        {
            meter.Photo(UploadOutcome.Quarantined, upload.Reason.Code);
            meter.Wait(upload.At - upload.Version.LastModified);
        }
    }

    private async Task<LedgerEntry?> DecideAsync(
        UploadVersion? waited,
        Func<Student, CancellationToken, Task<UploadDecision?>> decide,
        Func<Func<Student, CancellationToken, Task<UploadDecision?>>, Task<LedgerEntry?>> run)
    {
        // The picture is looked at and stored inside; recording is what comes after the last decision.
        var (own, recording) = (new List<DateTimeOffset>(1), (Stage?)null);
        try
        {
            var entry = await run(async (student, token) =>
            {
                recording = null;
                var decision = await decide(student, token);
                if (decision is not null)
                {
                    own.Add(decision.At);
                    recording = stages.Begin(StageNames.Record);
                }

                return decision;
            });
            Count(entry, own, waited);
            return entry;
        }
        catch (Exception ex)
        {
            recording?.Failed = ex;
            throw;
        }
        finally
        {
            recording?.End();
        }
    }

    private void Count(LedgerEntry? entry, List<DateTimeOffset> own, UploadVersion? waited)
    {
        if (entry is null)
        {
            return;
        }

        InvocationScope.Current?.PhotoDecided(entry.Outcome, [.. entry.Findings.Select(finding => finding.Code)]);

        // Another delivery's line has another time.
        if (own.Contains(entry.DecidedAt))
        {
            meter.Photo(entry.Outcome, entry.Findings.Count > 0 ? entry.Findings[0].Code : null);
            if (waited is not null)
            {
                meter.Wait(entry.DecidedAt - waited.LastModified);
            }
        }
    }
}
