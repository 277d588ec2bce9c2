using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>
/// The safety net below the trigger: a container scan can miss a blob, and an event can be lost. What lies in the inbox longer than
/// any delivery takes is received once more; the ledger sees to it that nothing is decided twice. One that fails in every round for a day is
/// put in quarantine, as its poison message should have done.
/// </summary>
/// <param name="photos">Where pictures are kept.</param>
/// <param name="students">Where outcomes are kept.</param>
/// <param name="intake">Receives uploads.</param>
/// <param name="poisoned">Puts apart what fails for ever.</param>
/// <param name="time">The clock.</param>
public sealed class UploadReconciliation(
    IPhotoStore photos, IStudentStore students, PhotoIntake intake, PoisonedUpload poisoned, TimeProvider time)
{
    // The host kills the whole process at functionTimeout (5 minutes), with every photo in flight.
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(3);

    /// <summary>How long an upload may lie in the inbox before it counts as missed.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an upload may fail before it is put apart; its poison message has its turn long before.</summary>
    public static TimeSpan LastAttempt { get; } = TimeSpan.FromHours(24);

    /// <summary>Receives every missed upload. One that fails does not keep the others waiting; the round fails at its end then.</summary>
    /// <param name="cancellationToken">Ends the round; the next one goes on.</param>
    /// <returns>What became of each.</returns>
    /// <exception cref="AggregateException">Some uploads could not be received; they stay in the inbox for the next round.</exception>
    public async Task<IReadOnlyList<IntakeReport>> RunAsync(CancellationToken cancellationToken)
    {
        var reports = new List<IntakeReport>();
        var failures = new List<Exception>();
        var start = time.GetTimestamp();
        await foreach (var version in photos.ListUploadsAsync(time.GetUtcNow() - Patience, cancellationToken))
        {
            if (time.GetElapsedTime(start) > Budget)
            {
                // The next round goes on.
                break;
            }

            try
            {
                reports.Add(await ReceiveOrPutApartAsync(version, cancellationToken));
            }
            catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
            {
                // A cancelled task without our asking is a client's timeout, and an outage like any other.
                // Whatever it was, it is thrown below: the host sees a failed round, after the other uploads had their turn.
                failures.Add(ex);
            }
        }

        return failures.Count == 0 ? reports : throw new AggregateException("Some missed uploads could not be received.", failures);
    }

    private async Task<IntakeReport> ReceiveOrPutApartAsync(UploadVersion version, CancellationToken cancellationToken)
    {
        try
        {
            return await ReceiveAsync(version, cancellationToken);
        }
        catch (Exception) when (version.LastModified < time.GetUtcNow() - LastAttempt && !cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, it has failed about 300 times. An outage fails here, too, and is thrown.
            return await poisoned.RecordAsync(version.BlobName, version.ETag, cancellationToken);
        }
    }

    private async Task<IntakeReport> ReceiveAsync(UploadVersion version, CancellationToken cancellationToken)
    {
        var path = UploadPath.Parse(version.BlobName);
        if (path.HasAddress)
        {
            return await intake.ReceiveAsync(version.BlobName, cancellationToken);
        }

        // Nobody can open or delete it but with the storage account's own tools; at least it is listed.
        var reason = UploadFailures.PlaceUnknown;
        await students.RecordUnmatchedAsync(
            new UnmatchedUpload { Version = version, MaskedFileName = path.MaskedFileName, At = time.GetUtcNow(), Reason = reason },
            cancellationToken);
        return new IntakeReport(UploadOutcome.Quarantined, null, [reason.Code]);
    }
}
