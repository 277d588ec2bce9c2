using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// Encrypts all fields of rows under an old key anew, each row If-Match: whoever writes the row meanwhile uses the current key anyway.
/// </summary>
internal sealed partial class KeyRotation(StorageAccount storage, DataKeysSource keysSource, ILogger<KeyRotation> logger) : IKeyRotation
{
    private const int RowsAtOnce = 1_000;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        if (keys.EncryptionKeys.Count == 1)
        {
            return 0;
        }

        // All partitions, because a rotation is about all rows; rows without a key do not match.
        var current = keys.EncryptionKeys[0].Name;
        var filter = TableClient.CreateQueryFilter($"KeyId ge '' and KeyId ne {current}");
        var (rotated, unread) = (0, 0);
        foreach (var table in new[] { storage.Students, storage.Audit })
        {
            await RotateAsync(table);
        }

        if (unread > 0)
        {
            throw new InvalidOperationException($"{unread} rows could not be decrypted, and stay under their key.");
        }

        Log.Rotated(logger, rotated, current);
        return rotated;

        async Task RotateAsync(TableClient table)
        {
            await foreach (var rows in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).Chunk(RowsAtOnce))
            {
                var sealedAnew = rows.Select(row => TrySealAnew(keys, row)).ToList();
                unread += sealedAnew.Count(row => row is null);
                await TableBatches.EachBatchAsync(
                    sealedAnew.OfType<TableEntity>(),
                    row => row.PartitionKey,
                    async (batch, token) => Interlocked.Add(ref rotated, await WriteAsync(table, batch, token)),
                    cancellationToken);
            }
        }
    }

    private static TableEntity? TrySealAnew(DataKeys keys, TableEntity row)
    {
        var (old, current) = (row.GetString("KeyId"), keys.EncryptionKeys[0]);
        var anew = new TableEntity(row.PartitionKey, row.RowKey) { ["KeyId"] = current.Name };
        anew.ETag = row.ETag;
        try
        {
            foreach (var (column, value) in row)
            {
                if (value is byte[] field)
                {
                    var meant = SealedFields.AssociatedData(row.PartitionKey, row.RowKey, column);
                    anew[column] = FieldCipher.Encrypt(current, FieldCipher.Decrypt(keys.EncryptionKey(old), field, meant), meant);
                }
            }

            return anew;
        }
        catch (Exception ex) when (ex is CryptographicException or InvalidOperationException)
        {
            // Changed by hand, or another installation's: counted, and told at the end.
            return null;
        }
    }

    private static async Task<int> WriteAsync(TableClient table, TableEntity[] batch, CancellationToken cancellationToken)
    {
        try
        {
            await TableBatches.SubmitAsync(
                table,
                [.. batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, row.ETag))],
                cancellationToken);
            return batch.Length;
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412 && batch.Length > 1)
        {
            var half = batch.Length / 2;
            return await WriteAsync(table, batch[..half], cancellationToken) + await WriteAsync(table, batch[half..], cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            // Written by somebody else since, under the current key, or deleted.
            return 0;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Encrypted {Count} rows anew with key {Key}; when a night finds none, the other keys can be removed from EncryptionKeys")]
        public static partial void Rotated(ILogger logger, int count, string key);
    }
}
