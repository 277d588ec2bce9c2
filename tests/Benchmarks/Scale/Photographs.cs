using System.Globalization;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Benchmarks.Scale;

/// <summary>Marks every other student's photo as accepted, each with a picture of its own, as the pipeline would have over weeks.</summary>
internal sealed class Photographs(string connectionString, string cohort)
{
    private const int LargestBatch = 100;
    private readonly TableClient _students = new(connectionString, "Students");
    private readonly Random _random = new(2024);

    public async Task TakeAsync(int points, CancellationToken cancellationToken)
    {
        for (var point = 0; point < points; point++)
        {
            var partition = $"{cohort}~{Roster.PointOf(point)}";
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge 's~' and RowKey lt 's~~'");
            var rows = await _students.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken)
                .ToListAsync(cancellationToken);
            foreach (var batch in rows.Where((_, i) => i % 2 == 0).Chunk(LargestBatch))
            {
                await _students.SubmitTransactionAsync(batch.Select(Accepted), cancellationToken);
            }
        }
    }

    private TableTransactionAction Accepted(TableEntity row)
    {
        ulong[] fine = [Next(), Next(), Next(), Next()];
        var sha256 = string.Create(CultureInfo.InvariantCulture, $"{Next():x16}{Next():x16}{Next():x16}{Next():x16}");
        var changed = new TableEntity(row.PartitionKey, row.RowKey)
        {
            ["Collection"] = "Accepted",
            ["Stage"] = "Proofing",
            ["PhotoLastModified"] = DateTimeOffset.UnixEpoch,
            ["PhotoFingerprint"] = PhotoFingerprint.Of(Next(), fine).Text,
            ["PhotoOutputs"] = $$"""[{"Profile":"platform-120x160","Sha256":"{{sha256}}","Bytes":9000,"Width":120,"Height":160}]""",
        };
        return new TableTransactionAction(TableTransactionActionType.UpdateMerge, changed, Azure.ETag.All);
    }

    private ulong Next() => (ulong)_random.NextInt64(long.MinValue, long.MaxValue);
}
