using Azure;
using Azure.Data.Tables;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Writes many rows in batches of one partition each: what the service allows, and Azurite does not enforce.</summary>
internal static class TableBatches
{
    public const int LargestBatch = 100;
    private const int BatchesAtOnce = 16;

    /// <summary>
    /// Inserts a row for each item. Of a batch with a row that is there already the others are tried again in halves; such items are
    /// not told of.
    /// </summary>
    public static Task AddAsync<T>(
        TableClient table, IEnumerable<T> items, Func<T, TableEntity> rowOf, Action<T, ETag> added, CancellationToken cancellationToken) =>
        EachBatchAsync(
            items.Select(item => (Item: item, Row: rowOf(item))),
            pair => pair.Row.PartitionKey,
            (batch, token) => AddAsync(table, batch, added, token),
            cancellationToken);

    /// <summary>Runs the work for all items, by partition and by the hundred, several at once.</summary>
    public static Task EachBatchAsync<T>(
        IEnumerable<T> items, Func<T, string> partitionOf, Func<T[], CancellationToken, Task> work, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            items.GroupBy(partitionOf).SelectMany(partition => partition.Chunk(LargestBatch)),
            new ParallelOptions { MaxDegreeOfParallelism = BatchesAtOnce, CancellationToken = cancellationToken },
            async (batch, token) => await work(batch, token));

    /// <summary>Submits a batch of one partition.</summary>
    public static async Task<IReadOnlyList<Response>> SubmitAsync(
        TableClient table, IReadOnlyList<TableTransactionAction> batch, CancellationToken cancellationToken)
    {
        if (batch.Count is 0 or > LargestBatch || batch.Any(action => action.Entity.PartitionKey != batch[0].Entity.PartitionKey))
        {
            throw new ArgumentException($"Expected 1 to {LargestBatch} rows of one partition for a batch.", nameof(batch));
        }

        return (await table.SubmitTransactionAsync(batch, cancellationToken)).Value;
    }

    private static async Task AddAsync<T>(
        TableClient table, ReadOnlyMemory<(T Item, TableEntity Row)> batch, Action<T, ETag> added, CancellationToken cancellationToken)
    {
        try
        {
            var actions = batch.ToArray().Select(pair => new TableTransactionAction(TableTransactionActionType.Add, pair.Row)).ToList();
            var responses = await SubmitAsync(table, actions, cancellationToken);
            for (var i = 0; i < responses.Count; i++)
            {
                added(batch.Span[i].Item, responses[i].Headers.ETag!.Value);
            }
        }
        catch (RequestFailedException ex) when (ex.Status == 409)
        {
            if (batch.Length > 1)
            {
                var half = batch.Length / 2;
                await AddAsync(table, batch[..half], added, cancellationToken);
                await AddAsync(table, batch[half..], added, cancellationToken);
            }
        }
    }
}
