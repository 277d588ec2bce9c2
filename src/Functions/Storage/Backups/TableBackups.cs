using System.Reflection;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.Domain.Backups;
using PhotoFunctions.Functions.Storage.Retention;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>The backups in their container, where nothing is overwritten: in Azure it is immutable for the first days of a blob.</summary>
internal sealed class TableBackups(StorageAccount storage, DataKeysSource keysSource, TimeProvider time) : ITableBackups
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>The most rows of one part.</summary>
    public int RowsOfPart { get; init; } = 5_000;

    public async Task<IReadOnlyList<DateOnly>> ListDaysAsync(CancellationToken cancellationToken)
    {
        var folders = storage.Backups.GetBlobsByHierarchyAsync(
            new GetBlobsByHierarchyOptions { Delimiter = "/" }, cancellationToken);
        var days = await folders.Where(folder => folder.IsPrefix)
            .Select(folder => BackupNames.ParseDay(folder.Prefix.TrimEnd('/')))
            .ToListAsync(cancellationToken);
        return [.. days.OfType<DateOnly>().Order()];
    }

    public async Task<CompleteBackup?> FindCompleteAsync(DateOnly day, CancellationToken cancellationToken) =>
        (await FindManifestAsync(day, cancellationToken))?.ToBackup();

    /// <exception cref="JsonException">It is no manifest.</exception>
    public async Task<BackupManifest?> FindManifestAsync(DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await storage.Backups.GetBlobClient(BackupNames.Manifest(day)).DownloadContentAsync(cancellationToken);
            return JsonSerializer.Deserialize<BackupManifest>(blob.Value.Content);
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return null;
        }
    }

    public async Task<CompleteBackup> ExportAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var tables = new List<BackupTable>();
        foreach (var table in BackupTables.Of(storage))
        {
            tables.Add(await new TableExport(storage.Backups, table, day, RowsOfPart, time).RunAsync(cancellationToken));
        }

        var manifest = await ManifestOfAsync(day, tables, cancellationToken);
        try
        {
            await storage.Backups.GetBlobClient(BackupNames.Manifest(day)).UploadAsync(
                BinaryData.FromObjectAsJson(manifest, Readable),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412)
        {
            // Another instance came to the end first, with the same parts.
            manifest = (await FindManifestAsync(day, cancellationToken))!;
        }

        return manifest.ToBackup();
    }

    public async Task EraseAsync(DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            // Half a backup must not look like a whole one.
            await storage.Backups.GetBlobClient(BackupNames.Manifest(day)).DeleteIfExistsAsync(cancellationToken: cancellationToken);
            await BlobErasure.EraseAsync(storage.Backups, BackupNames.Folder(day), cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 409)
        {
            // The container is immutable for longer than we keep backups: somebody wanted that.
        }
    }

    private async Task<BackupManifest> ManifestOfAsync(DateOnly day, IReadOnlyList<BackupTable> tables, CancellationToken cancellationToken)
    {
        var keys = await keysSource.GetAsync(cancellationToken);
        var parts = tables.SelectMany(table => table.Parts).ToList();
        return new BackupManifest
        {
            Form = BackupManifest.CurrentForm,
            Day = day,
            StartedAt = parts.Min(part => part.StartedAt),
            FinishedAt = time.GetUtcNow(),
            AppVersion = typeof(TableBackups).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            IndexKey = KeyMarks.OfIndexKey(keys),
            EncryptionKeys = parts.SelectMany(part => part.EncryptionKeys).Distinct().Order(StringComparer.Ordinal)
                .ToDictionary(name => name, name => KeyMarks.OfEncryptionKey(keys, name)),
            Tables = tables,
        };
    }
}
