using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>
/// Copies one table into the parts of a day. Each part is created once and begins behind the last row of the one before, whoever wrote
/// that, so that rounds which are cut short, and two at once, make one copy.
/// </summary>
internal sealed class TableExport(
    BlobContainerClient backups, TableClient table, DateOnly day, int rowsOfPart, TimeProvider time)
{
    // In one piece, whatever its length: a part is there as a whole or not at all.
    private static readonly StorageTransferOptions InOnePiece = new() { InitialTransferSize = 256 * 1024 * 1024 };

    public async Task<BackupTable> RunAsync(CancellationToken cancellationToken)
    {
        var copy = new BackupTable(table.Name, await ListAsync(cancellationToken));
        while (!copy.IsComplete)
        {
            await foreach (var (part, content) in ReadAsync(copy, cancellationToken))
            {
                var (stored, isOurs) = await StoreAsync(part, content, cancellationToken);
                copy = copy with { Parts = [.. copy.Parts, stored] };
                if (!isOurs)
                {
                    // Another instance was first, and its part may end at another row: go on behind that one.
                    break;
                }
            }
        }

        return copy;
    }

    private async Task<IReadOnlyList<BackupPart>> ListAsync(CancellationToken cancellationToken) =>
        await backups.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, BackupNames.Table(day, table.Name), cancellationToken)
            .Select(blob => BackupPart.FromMetadata(blob.Metadata))
            .ToListAsync(cancellationToken);

    private async IAsyncEnumerable<(BackupPart Part, BinaryData Content)> ReadAsync(
        BackupTable copy, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = copy.Parts.Count + 1;
        var startedAt = time.GetUtcNow();
        var writer = new PartWriter(rowsOfPart);
        try
        {
            await foreach (var row in RowsBehind(copy.Last).WithCancellation(cancellationToken))
            {
                if (writer.IsFull)
                {
                    yield return writer.Finish(BackupNames.Part(day, table.Name, number++), startedAt, isEnd: false);
                    writer.Dispose();
                    (writer, startedAt) = (new PartWriter(rowsOfPart), time.GetUtcNow());
                }

                writer.Add(row);
            }

            yield return writer.Finish(BackupNames.Part(day, table.Name, number), startedAt, isEnd: true);
        }
        finally
        {
            writer.Dispose();
        }
    }

    // Two questions: one with "or" would walk through the whole table.
    private IAsyncEnumerable<TableEntity> RowsBehind(RowName? last)
    {
        if (last is null)
        {
            return table.QueryAsync<TableEntity>(filter: (string?)null);
        }

        var rest = TableClient.CreateQueryFilter($"PartitionKey eq {last.PartitionKey} and RowKey gt {last.RowKey}");
        var others = TableClient.CreateQueryFilter($"PartitionKey gt {last.PartitionKey}");
        return table.QueryAsync<TableEntity>(rest).Concat(table.QueryAsync<TableEntity>(others));
    }

    private async Task<(BackupPart Part, bool IsOurs)> StoreAsync(BackupPart part, BinaryData content, CancellationToken cancellationToken)
    {
        var blob = backups.GetBlobClient(part.Name);
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                Metadata = part.ToMetadata(),
                TransferOptions = InOnePiece,
            };
            await blob.UploadAsync(content, options, cancellationToken);
            return (part, true);
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            var properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return (BackupPart.FromMetadata(properties.Value.Metadata), false);
        }
    }
}
