using Azure;
using Azure.Data.Tables;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>Adds rows of a backup to one table. What is there stays as it is, so that it may be repeated after a crash.</summary>
internal sealed class TableRestore(TableClient table)
{
    // A hundred of them fit into the 4 MiB of a batch.
    private const int LargestInBatch = 40_000;
    private static readonly string[] NameColumns = [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey)];

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return !await table.QueryAsync<TableEntity>(maxPerPage: 1, select: NameColumns, cancellationToken: cancellationToken)
                .AnyAsync(cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return true;
        }
    }

    /// <summary>The names of all rows that are there.</summary>
    public async Task<IReadOnlySet<RowName>> NamesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await table.QueryAsync<TableEntity>(select: NameColumns, cancellationToken: cancellationToken)
                .Select(row => new RowName(row.PartitionKey, row.RowKey))
                .ToHashSetAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return new HashSet<RowName>();
        }
    }

    /// <returns>How many were added; the others were there.</returns>
    public async Task<int> AddAsync(IReadOnlyCollection<TableEntity> rows, CancellationToken cancellationToken)
    {
        var added = 0;
        var byLength = rows.ToLookup(row => LengthOf(row) > LargestInBatch);
        await TableBatches.AddAsync(table, byLength[false], row => row, (_, _) => Interlocked.Increment(ref added), cancellationToken);
        foreach (var row in byLength[true])
        {
            added += await TryAddAsync(row, cancellationToken) ? 1 : 0;
        }

        return added;
    }

    private async Task<bool> TryAddAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status == 409)
        {
            return false;
        }
    }

    // At most, in the JSON of a request: six bytes a character where it is escaped, four for three bytes.
    private static int LengthOf(TableEntity row) => row.Sum(column => 100 + column.Value switch
    {
        string text => 6 * text.Length,
        byte[] bytes => 2 * bytes.Length,
        _ => 50,
    });
}
