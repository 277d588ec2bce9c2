using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage.Register;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Students, history and ledger in one table; every decision about a photo is one batch in the student's partition.</summary>
internal sealed class TableStudentStore(StorageAccount storage, DataKeysSource keysSource) : IStudentStore
{
    // Each round means that somebody else changed this very student in between; more than a few in a row is a bug, not bad luck.
    private const int MostRounds = 20;
    private static readonly string[] FingerprintColumns = ["RowKey", StudentEntityMapping.FingerprintColumn];

    // The storage service's clock dates uploads, ours enrolments.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public async Task<StudentKey?> FindAsync(
        NationalId id, CohortCode cohort, TeachingPointCode teachingPoint, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var (partition, row) = TableKeys.IdClaim(TableKeys.IdHash(keys, id), cohort);
        if (await StudentClaims.ReadAsync(storage, (partition, row), cancellationToken) is not { } claim)
        {
            return null;
        }

        // Of a student who has moved away this place knows what it decided, and nothing else.
        var here = StudentClaims.HolderOf(claim, cohort) with { TeachingPoint = teachingPoint };
        return here == StudentClaims.HolderOf(claim, cohort) || await StudentMoves.FindAsync(storage, here, cancellationToken) is not null
            ? here
            : null;
    }

    public Task<LedgerEntry?> DecideUploadAsync(
        StudentKey key,
        UploadVersion version,
        Func<Student, CancellationToken, Task<UploadDecision?>> decide,
        CancellationToken cancellationToken) => DecideAsync(key, version, isWaiting: false, decide, cancellationToken);

    public async Task<LedgerEntry?> DecideWaitingAsync(
        WaitingUpload upload, Func<Student, CancellationToken, Task<UploadDecision?>> decide, CancellationToken cancellationToken)
    {
        var entry = await DecideAsync(upload.Student, upload.Version, isWaiting: true, decide, cancellationToken);
        if (entry is not null)
        {
            // Gone with the batch; there once more only when a slow delivery of this version has put it apart again since.
            var keys = await keysSource.GetAsync(cancellationToken);
            await storage.Students.DeleteEntityAsync(
                TableKeys.Partition(upload.Student), TableKeys.Unmatched(keys, upload.Version), ETag.All, cancellationToken);
        }

        return entry;
    }

    public async IAsyncEnumerable<WaitingUpload> ListWaitingAsync(
        CohortCode cohort, TeachingPointCode teachingPoint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var filter = TableKeys.Rows(TableKeys.Partition(cohort, teachingPoint), "q") + $" and Reason eq '{FailureCodes.StudentUnknown}'";
        await foreach (var row in storage.Students.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var name = TableKeys.IdClaim(row.GetString("IdHash"), cohort);
            if (await StudentClaims.ReadAsync(storage, name, cancellationToken) is { } claim
                && StudentClaims.HolderOf(claim, cohort) is { } holder
                && holder.TeachingPoint == teachingPoint)
            {
                yield return new WaitingUpload(LedgerEntityMapping.ToVersion(keys, row), holder);
            }
        }
    }

    private async Task<LedgerEntry?> DecideAsync(
        StudentKey key,
        UploadVersion version,
        bool isWaiting,
        Func<Student, CancellationToken, Task<UploadDecision?>> decide,
        CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var mapping = new StudentEntityMapping(keys);
        for (var round = 0; round < MostRounds; round++)
        {
            if (await ReadAsync(key, cancellationToken) is not { } stored)
            {
                return await FindDecidedAsync(key, keys, version, cancellationToken);
            }

            var student = mapping.ToStudent(stored);
            if (!isWaiting && await FindUnmatchedAsync(keys, student, version, cancellationToken) is { } unmatched)
            {
                return unmatched;
            }

            if (await decide(student, cancellationToken) is not { } decision)
            {
                return null;
            }

            var ledger = LedgerEntityMapping.ToLedgerRow(key, keys, version, decision);
            var batch = Batch(key, keys, stored, ledger, decision);
            if (isWaiting)
            {
                var waiting = new TableEntity(ledger.PartitionKey, TableKeys.Unmatched(keys, version));
                batch.Add(new(TableTransactionActionType.Delete, waiting, ETag.All));
            }

            try
            {
                await storage.Students.SubmitTransactionAsync(batch, cancellationToken);
                return LedgerEntityMapping.ToEntry(ledger);
            }
            catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
            {
                // Decided by another delivery (or by this one, its answer lost on the way), else the student changed: read again.
                if (await FindDecidedAsync(key, keys, version, cancellationToken) is { } decided)
                {
                    return decided;
                }

                if (ex.Status == 404)
                {
                    // Not waiting any more, and not decided: somebody else has seen to it.
                    return null;
                }
            }
        }

        throw new InvalidOperationException($"The student changed {MostRounds} times while one upload was decided.");
    }

    public async Task<Result<Student>> DecideReviewAsync(
        StudentKey key, Func<Student, CancellationToken, Task<Result<ReviewDecision>>> decide, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var mapping = new StudentEntityMapping(keys);
        for (var round = 0; round < MostRounds; round++)
        {
            if (await ReadAsync(key, cancellationToken) is not { } stored)
            {
                return RosterFailures.StudentNumberUnknown;
            }

            if (!(await decide(mapping.ToStudent(stored), cancellationToken)).Succeeded(out var decision, out var failure))
            {
                return failure;
            }

            if (decision.History is not { } history)
            {
                return decision.Student;
            }

            try
            {
                List<TableTransactionAction> batch =
                [
                    new(TableTransactionActionType.UpdateMerge, mapping.ToEntity(decision.Student), stored.ETag),
                    .. Lines(key, keys, [history, .. decision.Consequences], history.Event),
                ];
                await storage.Students.SubmitTransactionAsync(batch, cancellationToken);
                return decision.Student;
            }
            catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
            {
                // Somebody else changed or moved the student, or this very decision got through and only its answer was lost: read again.
            }
        }

        throw new InvalidOperationException($"The student changed {MostRounds} times while a person's decision was recorded.");
    }

    public async IAsyncEnumerable<PhotoFingerprint> ListOtherFingerprintsAsync(
        StudentKey except, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The whole partition, for likeness has no key: thousands of rows at most, and two columns of those that have a picture.
        var filter = TableKeys.Rows(TableKeys.Partition(except), "s")
            + $" and {StudentEntityMapping.FingerprintColumn} gt ''";
        var own = TableKeys.Student(except.Number);
        await foreach (var row in storage.Students.QueryAsync<TableEntity>(filter, select: FingerprintColumns, cancellationToken: cancellationToken))
        {
            if (row.RowKey != own && PhotoFingerprint.TryParse(row.GetString(StudentEntityMapping.FingerprintColumn)) is { } fingerprint)
            {
                yield return fingerprint;
            }
        }
    }

    public async Task RecordUnmatchedAsync(UnmatchedUpload upload, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        try
        {
            await storage.Students.AddEntityAsync(LedgerEntityMapping.ToUnmatchedRow(keys, upload), cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 409)
        {
            // Recorded by an earlier delivery.
        }
    }

    private static List<TableTransactionAction> Batch(
        StudentKey key, DataKeys keys, TableEntity stored, TableEntity ledger, UploadDecision decision)
    {
        // Merging nothing into a student that stays as it is holds the decision against the state that it was made for.
        var student = decision.Student is { } changed
            ? new StudentEntityMapping(keys).ToEntity(changed)
            : new TableEntity(stored.PartitionKey, stored.RowKey);
        var batch = new List<TableTransactionAction>
        {
            new(TableTransactionActionType.Add, ledger),
            new(TableTransactionActionType.UpdateMerge, student, stored.ETag),
        };
        HistoryEntry[] lines = decision.History is { } history ? [history, .. decision.Consequences] : [];
        return [.. batch, .. Lines(key, keys, lines, ledger.RowKey[^8..])];
    }

    private static IEnumerable<TableTransactionAction> Lines(
        StudentKey key, DataKeys keys, IReadOnlyList<HistoryEntry> lines, string discriminator)
    {
        var mapping = new HistoryEntityMapping(keys);
        return lines.Select((line, i) => new TableTransactionAction(
            TableTransactionActionType.Add, mapping.ToRow(key, line, i == 0 ? discriminator : $"{discriminator}~{line.Event}")));
    }

    // An upload that came before its student may be in quarantine already, and only its way out of the inbox was cut short.
    private async Task<LedgerEntry?> FindUnmatchedAsync(
        DataKeys keys, Student student, UploadVersion version, CancellationToken cancellationToken)
    {
        if (version.LastModified > student.EnrolledAt + ClockSkew)
        {
            return null;
        }

        var row = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(student.Key), TableKeys.Unmatched(keys, version), cancellationToken: cancellationToken);
        return row.HasValue ? LedgerEntityMapping.ToEntry(row.Value!) : null;
    }

    private async Task<LedgerEntry?> FindDecidedAsync(
        StudentKey key, DataKeys keys, UploadVersion version, CancellationToken cancellationToken)
    {
        var row = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(key), TableKeys.Ledger(key.Number, keys, version), cancellationToken: cancellationToken);
        return row.HasValue ? LedgerEntityMapping.ToEntry(row.Value!) : null;
    }

    private async Task<TableEntity?> ReadAsync(StudentKey key, CancellationToken cancellationToken)
    {
        var stored = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(key), TableKeys.Student(key.Number), cancellationToken: cancellationToken);
        if (stored.HasValue)
        {
            return stored.Value;
        }

        // Nobody may decide about a student who is neither here nor there: the caller tries again when the move is done.
        return await StudentMoves.FindAsync(storage, key, cancellationToken) is not { IsOpen: true }
            ? null
            : throw new InvalidOperationException("The student is being moved to another teaching point.");
    }
}
