using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>Holds the students of a cohort against the claims in the index, and repairs what a crash has left half done.</summary>
internal sealed class RegisterCheck(StorageAccount storage, DataKeys keys, StorageDates dates, RegisterSnapshot snapshot)
{
    private static readonly string[] ClaimColumns = ["PartitionKey", "RowKey", "Timestamp", "TeachingPoint", "StudentNumber"];
    private static readonly string[] MoveColumns = ["PartitionKey", "StudentNumber", "MoveIsOpen"];

    /// <returns>How many moves were finished and how many claims taken back.</returns>
    public async Task<int> RepairAsync(CohortCode cohort, DateTimeOffset writtenBefore, CancellationToken cancellationToken)
    {
        var repaired = await FinishMovesAsync(cohort, cancellationToken);
        var students = (await snapshot.OfCohortAsync(cohort, cancellationToken)).ToDictionary(line => line.Key);

        // All claims, of other cohorts too, for a claim's partition is that of its number: only after a roster, not in every round.
        await foreach (var claim in storage.StudentIndex.QueryAsync<TableEntity>(
            filter: "PartitionKey ge 'id~' and PartitionKey lt 'no~~'", select: ClaimColumns, cancellationToken: cancellationToken))
        {
            if (claim.RowKey.EndsWith($"~{cohort}", StringComparison.Ordinal)
                && dates.ToApp(claim.Timestamp!.Value) < writtenBefore
                && !Leads(claim, students.GetValueOrDefault(StudentClaims.HolderOf(claim, cohort)))
                && await TakeBackAsync(claim, cohort, cancellationToken))
            {
                repaired++;
            }
        }

        return repaired;
    }

    private static bool Leads(TableEntity claim, RegisterLine? student) =>
        student is not null
        && (claim.PartitionKey.StartsWith("no~", StringComparison.Ordinal)
            || claim.RowKey == TableKeys.IdClaim(student.IdMark, student.Key.Cohort).Row);

    // The walk is some seconds old. Whoever has come to rely on the claim since has written it.
    private async Task<bool> TakeBackAsync(TableEntity listed, CohortCode cohort, CancellationToken cancellationToken)
    {
        var claim = await StudentClaims.ReadAsync(storage, (listed.PartitionKey, listed.RowKey), cancellationToken);
        if (claim is null || claim.Timestamp != listed.Timestamp)
        {
            return false;
        }

        var holder = StudentClaims.HolderOf(claim, cohort);
        var row = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(holder), TableKeys.Student(holder.Number), RegisterMarks.Columns, cancellationToken);
        return !Leads(claim, row.HasValue ? RegisterMarks.Read(row.Value!) : null)
            && await StudentMoves.FindAsync(storage, holder, cancellationToken) is not { IsOpen: true }
            && await StudentClaims.TryDeleteAsync(storage, claim, cancellationToken);
    }

    private async Task<int> FinishMovesAsync(CohortCode cohort, CancellationToken cancellationToken)
    {
        var moves = new StudentMoves(storage, keys);
        var finished = 0;
        foreach (var partition in await snapshot.PartitionsAsync(cohort, cancellationToken))
        {
            await foreach (var tombstone in storage.Students.QueryAsync<TableEntity>(
                $"{TableKeys.Rows(partition, "t")} and MoveIsOpen eq true", select: MoveColumns, cancellationToken: cancellationToken))
            {
                finished += await moves.FinishAsync(StudentEntityMapping.KeyOf(tombstone), cancellationToken) ? 1 : 0;
            }
        }

        return finished;
    }
}
