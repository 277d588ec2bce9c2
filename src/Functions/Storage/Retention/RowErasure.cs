using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Storage.Retention;

/// <summary>Deletes rows for good.</summary>
internal sealed class RowErasure(StorageAccount storage)
{
    private const int AtOnce = 1_000;
    private static readonly string[] Columns = ["PartitionKey", "RowKey"];

    /// <summary>The filter for all rows of a cohort's partitions.</summary>
    public static string AllOf(CohortCode cohort) =>
        TableClient.CreateQueryFilter($"PartitionKey ge {cohort + "~"} and PartitionKey lt {cohort + "~~"}");

    public static async Task<bool> AnyAsync(TableClient table, string filter, CancellationToken cancellationToken)
    {
        // A page can be empty and still not be the last.
        await foreach (var page in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, select: Columns, cancellationToken).AsPages())
        {
            if (page.Values.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    public static Task<int> EraseAsync(TableClient table, string filter, CancellationToken cancellationToken) =>
        EraseAsync(table, table.QueryAsync<TableEntity>(filter, select: Columns, cancellationToken: cancellationToken), cancellationToken);

    /// <summary>
    /// All of the look-up is walked through: its keys begin with a hash, so that a cohort's rows lie everywhere. With them goes the note
    /// that the cohort was written to.
    /// </summary>
    public Task<int> EraseIndexAsync(CohortCode cohort, CancellationToken cancellationToken)
    {
        var rows = storage.StudentIndex.QueryAsync<TableEntity>(select: Columns, cancellationToken: cancellationToken);
        return EraseAsync(
            storage.StudentIndex,
            rows.Where(row => row.RowKey.EndsWith($"~{cohort}", StringComparison.Ordinal) || row.RowKey == cohort.Value),
            cancellationToken);
    }

    private static async Task<int> EraseAsync(TableClient table, IAsyncEnumerable<TableEntity> rows, CancellationToken cancellationToken)
    {
        var erased = 0;
        await foreach (var some in rows.Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            await TableBatches.EachBatchAsync(
                some,
                row => row.PartitionKey,
                async (batch, token) => Interlocked.Add(ref erased, await EraseAsync(table, batch, token)),
                cancellationToken);
        }

        return erased;
    }

    private static async Task<int> EraseAsync(TableClient table, TableEntity[] batch, CancellationToken cancellationToken)
    {
        try
        {
            await TableBatches.SubmitAsync(
                table, [.. batch.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))], cancellationToken);
            return batch.Length;
        }
        catch (RequestFailedException ex) when (ex.Status == 404 && batch.Length > 1)
        {
            // Somebody else deleted one of them, and the batch with it.
            var half = batch.Length / 2;
            return await EraseAsync(table, batch[..half], cancellationToken) + await EraseAsync(table, batch[half..], cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return 0;
        }
    }
}
