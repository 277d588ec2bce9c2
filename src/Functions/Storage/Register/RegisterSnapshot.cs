using System.Collections.Concurrent;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>
/// What the register says about the students of a roster: for a few rows row by row, for many the whole cohort, a thousand students a
/// transaction.
/// </summary>
internal sealed class RegisterSnapshot(StorageAccount storage, DataKeysSource keysSource)
{
    private const int FewRows = 50;
    private const int ReadsAtOnce = 16;

    public Task<IReadOnlyCollection<RegisterLine>> ReadAsync(
        CohortCode cohort, IReadOnlyCollection<RegisterLine> wanted, CancellationToken cancellationToken) =>
        wanted.Count > FewRows ? OfCohortAsync(cohort, cancellationToken) : OfRowsAsync(wanted, cancellationToken);

    /// <summary>
    /// Those who have a number or an ID number of the rows. A claim without a student counts for its ID number: somebody may be on the
    /// way.
    /// </summary>
    public async Task<IReadOnlyCollection<RegisterLine>> OfRowsAsync(
        IReadOnlyCollection<RegisterLine> wanted, CancellationToken cancellationToken)
    {
        var (students, claims) = (new ConcurrentBag<RegisterLine>(), new ConcurrentBag<RegisterLine>());
        await EachAsync(
            wanted,
            async (line, token) =>
            {
                var cohort = line.Key.Cohort;
                if (await FindAsync(line.Key.Number, cohort, token) is { } enrolled)
                {
                    students.Add(enrolled);
                }

                if (await ClaimedAsync(TableKeys.IdClaim(line.IdMark, cohort), cohort, token) is { } byId && byId.Number != line.Key.Number)
                {
                    claims.Add(new RegisterLine(byId, line.IdMark, "", ""));
                }
            },
            cancellationToken);
        return [.. students, .. claims];
    }

    public async Task<IReadOnlyCollection<RegisterLine>> OfCohortAsync(CohortCode cohort, CancellationToken cancellationToken)
    {
        var lines = new ConcurrentBag<RegisterLine>();
        await EachAsync(
            await PartitionsAsync(cohort, cancellationToken),
            async (partition, token) =>
            {
                var filter = TableKeys.Rows(partition, "s");
                await foreach (var row in storage.Students.QueryAsync<TableEntity>(
                    filter, select: RegisterMarks.Columns, cancellationToken: token))
                {
                    lines.Add(RegisterMarks.Read(row));
                }
            },
            cancellationToken);
        return lines;
    }

    /// <summary>The partitions of all teaching points of a cohort.</summary>
    public async Task<IReadOnlyList<string>> PartitionsAsync(CohortCode cohort, CancellationToken cancellationToken)
    {
        var partitions = new List<string>();
        await foreach (var point in storage.TeachingPoints.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {cohort.Value}"), select: ["RowKey"], cancellationToken: cancellationToken))
        {
            partitions.Add($"{cohort}~{point.RowKey}");
        }

        return partitions;
    }

    // A student who is nowhere may be on the way from one teaching point to another: the move is finished first.
    private async Task<RegisterLine?> FindAsync(StudentNumber number, CohortCode cohort, CancellationToken cancellationToken)
    {
        var name = TableKeys.NumberClaim(number, cohort);
        if (await ClaimedAsync(name, cohort, cancellationToken) is not { } holder)
        {
            return null;
        }

        if (await StudentAsync(holder, cancellationToken) is { } student)
        {
            return student;
        }

        var moves = new StudentMoves(storage, await keysSource.GetAsync(cancellationToken));
        return await moves.FinishAsync(holder, cancellationToken)
            && await ClaimedAsync(name, cohort, cancellationToken) is { } moved
                ? await StudentAsync(moved, cancellationToken)
                : null;
    }

    private async Task<StudentKey?> ClaimedAsync(
        (string Partition, string Row) claim, CohortCode cohort, CancellationToken cancellationToken)
    {
        var stored = await StudentClaims.ReadAsync(storage, claim, cancellationToken);
        return stored is null ? null : StudentClaims.HolderOf(stored, cohort);
    }

    private async Task<RegisterLine?> StudentAsync(StudentKey key, CancellationToken cancellationToken)
    {
        var stored = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(key), TableKeys.Student(key.Number), RegisterMarks.Columns, cancellationToken);
        return stored.HasValue ? RegisterMarks.Read(stored.Value!) : null;
    }

    private static Task EachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> read, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken },
            async (item, token) => await read(item, token));
}
