using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>
/// Removes a student: in one batch the row becomes one that no list finds, whole until retention erases it; then the claims go, each as it
/// was read before, so that whoever enrols the student anew meanwhile keeps them (docs/decisions/0012).
/// </summary>
internal sealed class StudentRemovals(StorageAccount storage, DataKeys keys, TimeProvider time)
{
    // Each round means that somebody else changed this very student in between.
    private const int MostRounds = 20;
    private const string RemovalColumn = "RemovalId";

    /// <summary>Failures: <c>student-number-unknown</c>, <c>student-moving</c>.</summary>
    public async Task<Result<Student>> RemoveAsync(
        CohortCode cohort, StudentNumber number, Attribution by, CancellationToken cancellationToken)
    {
        var mapping = new StudentEntityMapping(keys);
        for (var round = 0; round < MostRounds; round++)
        {
            var onNumber = await StudentClaims.ReadAsync(storage, TableKeys.NumberClaim(number, cohort), cancellationToken);
            if (onNumber is null)
            {
                return RosterFailures.StudentNumberUnknown;
            }

            var key = StudentClaims.HolderOf(onNumber, cohort);
            var stored = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
                TableKeys.Partition(key), TableKeys.Student(number), cancellationToken: cancellationToken);
            if (!stored.HasValue)
            {
                return await IsMovingAsync(key, cancellationToken) ? RosterFailures.StudentMoving : RosterFailures.StudentNumberUnknown;
            }

            var student = mapping.ToStudent(stored.Value!);
            if (student.MovedFrom is { } from && await IsMovingAsync(key with { TeachingPoint = from }, cancellationToken))
            {
                return RosterFailures.StudentMoving;
            }

            // Read before the student goes: whoever takes the number up again writes the claims first, and keeps them.
            var idMark = RegisterMarks.Read(stored.Value!).IdMark;
            var onId = await StudentClaims.ReadAsync(storage, TableKeys.IdClaim(idMark, cohort), cancellationToken);
            await new RegisterNotes(storage).WriteAsync(cohort, cancellationToken);
            if (!await TryRemoveAsync(stored.Value!, student, by, cancellationToken))
            {
                continue;
            }

            foreach (var claim in new[] { onId, onNumber }.OfType<TableEntity>())
            {
                if (StudentClaims.HolderOf(claim, cohort).Number == number)
                {
                    await StudentClaims.TryDeleteAsync(storage, claim, cancellationToken);
                }
            }

            return student;
        }

        throw new InvalidOperationException($"The student changed {MostRounds} times while being removed.");
    }

    private async Task<bool> IsMovingAsync(StudentKey from, CancellationToken cancellationToken) =>
        await StudentMoves.FindAsync(storage, from, cancellationToken) is { IsOpen: true };

    private async Task<bool> TryRemoveAsync(TableEntity stored, Student student, Attribution by, CancellationToken cancellationToken)
    {
        var line = StudentRemoval.Line(student, by, time.GetUtcNow());
        var removed = Tombstone.Copy(stored, stored.PartitionKey, TableKeys.Removed(student.Key.Number), []);
        var removal = Guid.NewGuid().ToString("N");
        removed[RemovalColumn] = removal;
        try
        {
            List<TableTransactionAction> batch =
            [
                new(TableTransactionActionType.Delete, stored, stored.ETag),
                new(TableTransactionActionType.UpsertReplace, removed),
                new(TableTransactionActionType.Add, new HistoryEntityMapping(keys).ToRow(student.Key, line, line.Event)),
            ];
            await TableBatches.SubmitAsync(storage.Students, batch, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            // The student changed; or this very write got through and only its answer was lost.
            var row = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
                removed.PartitionKey, removed.RowKey, [RemovalColumn], cancellationToken);
            return row.HasValue && row.Value!.GetString(RemovalColumn) == removal;
        }
    }
}
