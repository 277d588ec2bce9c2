using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Functions.Storage.Retention;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>The cohorts whose people were erased after a backup began: their rows in it must not come back.</summary>
internal sealed class ErasedCohorts(StorageAccount storage, BackupReader reader)
{
    /// <summary>By the records of the account, and by those in the backup.</summary>
    public async Task<IReadOnlySet<string>> SinceAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        var records = await RecordsAsync(cancellationToken);
        foreach (var part in manifest.Tables.Where(table => table.Name == nameof(StorageAccount.Erasures)).SelectMany(table => table.Parts))
        {
            records.AddRange(await reader.ReadAsync(part, cancellationToken));
        }

        // One that went on when the backup began had left it some rows.
        return records.Select(ErasureEntityMapping.ToErasure)
            .Where(erasure => !(erasure.EndedAt < manifest.StartedAt))
            .Select(erasure => erasure.Cohort.Value)
            .ToHashSet();
    }

    private async Task<List<TableEntity>> RecordsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await storage.Erasures.QueryAsync<TableEntity>(cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return [];
        }
    }
}
