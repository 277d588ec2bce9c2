using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Reads many rows of one partition: as a range where many are wanted, else row by row.</summary>
internal static class RowLookup
{
    // A range costs a call for each thousand rows that lie between the first and the last.
    private const int RangeFrom = 8;

    public static async IAsyncEnumerable<TableEntity> FindAsync(
        this TableClient table,
        string partition,
        HashSet<string> wanted,
        string[]? columns,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (wanted.Count < RangeFrom)
        {
            foreach (var name in wanted)
            {
                var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, name, columns, cancellationToken);
                if (row.HasValue)
                {
                    yield return row.Value!;
                }
            }

            yield break;
        }

        var range = TableKeys.Range(partition, wanted);
        await foreach (var row in table.QueryAsync<TableEntity>(range, select: columns, cancellationToken: cancellationToken))
        {
            if (wanted.Contains(row.RowKey))
            {
                yield return row;
            }
        }
    }
}
