using Azure.Data.Tables;
using PhotoFunctions.Benchmarks.Scale;

namespace PhotoFunctions.Benchmarks.Reminders;

/// <summary>Lets the verification of one student in many fail, as an import of verdicts would have.</summary>
internal static class FailedVerifications
{
    private const int LargestBatch = 100;

    /// <returns>How many failed.</returns>
    public static async Task<int> MakeAsync(
        string connectionString, int points, int oneIn, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var students = new TableClient(connectionString, "Students");
        var failed = 0;
        for (var point = 0; point < points; point++)
        {
            var partition = $"{ScaleCommand.Cohort}~{Roster.PointOf(point)}";
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge 's~' and RowKey lt 's~~'");
            var rows = await students.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken)
                .ToListAsync(cancellationToken);
            foreach (var batch in rows.Where((_, i) => i % oneIn == 0).Chunk(LargestBatch))
            {
                await students.SubmitTransactionAsync(batch.Select(row => Failed(row, since)), cancellationToken);
                failed += batch.Length;
            }
        }

        return failed;
    }

    private static TableTransactionAction Failed(TableEntity row, DateTimeOffset since) => new(
        TableTransactionActionType.UpdateMerge,
        new TableEntity(row.PartitionKey, row.RowKey)
        {
            ["Verification"] = "Failed",
            ["VerificationSince"] = since,
            ["Stage"] = "Verification",
        },
        Azure.ETag.All);
}
