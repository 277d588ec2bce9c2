using System.Collections.Concurrent;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>
/// What the register says about the students of a roster: for a few rows row by row, for many the whole cohort, a thousand students a
/// transaction.
/// </summary>
internal sealed class RegisterSnapshot(StorageAccount storage)
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
                if (await ClaimedAsync(TableKeys.NumberClaim(line.Key.Number, cohort), cohort, token) is { } byNumber
                    && await StudentAsync(byNumber, token) is { } enrolled)
                {
                    students.Add(enrolled);
                }

                if (await ClaimedAsync(TableKeys.IdClaim(line.IdMark, cohort), cohort, token) is { } byId && byId.Number != line.Key.Number)
                {
                    claims.Add(new RegisterLine(byId, line.IdMark, ""));
                }
            },
            cancellationToken);
        return [.. students, .. claims];
    }

    private async Task<IReadOnlyCollection<RegisterLine>> OfCohortAsync(CohortCode cohort, CancellationToken cancellationToken)
    {
        var points = new List<string>();
        await foreach (var point in storage.TeachingPoints.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {cohort.Value}"), select: ["RowKey"], cancellationToken: cancellationToken))
        {
            points.Add(point.RowKey);
        }

        var lines = new ConcurrentBag<RegisterLine>();
        await EachAsync(
            points,
            async (point, token) =>
            {
                var filter = TableKeys.Rows($"{cohort}~{point}", "s");
                await foreach (var row in storage.Students.QueryAsync<TableEntity>(
                    filter, select: RegisterMarks.Columns, cancellationToken: token))
                {
                    lines.Add(RegisterMarks.Read(row));
                }
            },
            cancellationToken);
        return lines;
    }

    private async Task<StudentKey?> ClaimedAsync(
        (string Partition, string Row) claim, CohortCode cohort, CancellationToken cancellationToken)
    {
        var stored = await storage.StudentIndex.GetEntityIfExistsAsync<TableEntity>(
            claim.Partition, claim.Row, cancellationToken: cancellationToken);
        return stored.HasValue ? StudentClaims.HolderOf(stored.Value!, cohort) : null;
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
