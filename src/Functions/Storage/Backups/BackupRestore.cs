using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Functions.Storage.Register;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>
/// Brings a backup's rows back: keys → every part → what is in the tables → rows. Nothing is written before everything was found
/// right, nothing is ever overwritten, and nobody who was erased since comes back.
/// </summary>
internal sealed class BackupRestore(StorageAccount storage, DataKeysSource keysSource, BackupReader reader)
{
    /// <exception cref="BackupException">It cannot be done, or may not be; nothing was written.</exception>
    public async Task<IReadOnlyList<RestoredTable>> RunAsync(
        BackupManifest manifest, RestoreOptions options, Action<string> tell, CancellationToken cancellationToken)
    {
        var tables = Chosen(manifest, options.Tables);
        CheckKeys(manifest, await keysSource.GetAsync(cancellationToken));
        await VerifyAsync(tables, tell, cancellationToken);
        if (!options.AddsMissing)
        {
            await RefuseFilledAsync(tables, cancellationToken);
        }

        var erased = await new ErasedCohorts(storage, reader).SinceAsync(manifest, cancellationToken);
        if (!options.IsDryRun)
        {
            await storage.EnsureCreatedAsync(cancellationToken);
        }

        var restored = new List<RestoredTable>();
        foreach (var table in tables)
        {
            restored.Add(await RestoreAsync(table, options, erased, cancellationToken));
            tell($"{table.Name}: {table.Rows} rows done");
        }

        if (!options.IsDryRun)
        {
            await NoteCohortsAsync(cancellationToken);
        }

        return restored;
    }

    private static List<BackupTable> Chosen(BackupManifest manifest, IReadOnlyCollection<string> names)
    {
        var unknown = names.Except(manifest.Tables.Select(table => table.Name)).ToList();
        return unknown.Count == 0
            ? [.. manifest.Tables.Where(table => names.Count == 0 || names.Contains(table.Name))]
            : throw new BackupException(
                $"Expected tables of the backup ({string.Join(", ", manifest.Tables.Select(table => table.Name))}) "
                + $"but received {string.Join(", ", unknown)}.");
    }

    private static void CheckKeys(BackupManifest manifest, DataKeys keys)
    {
        if (KeyMarks.OfIndexKey(keys) is var mark && mark != manifest.IndexKey)
        {
            throw new BackupException(
                $"Expected the IndexKey with which the backup was made (mark {manifest.IndexKey}) but received another one (mark {mark}).");
        }

        foreach (var (name, needed) in manifest.EncryptionKeys)
        {
            var found = KeyMarks.OfEncryptionKey(keys, name)
                ?? throw new BackupException(
                    $"Expected the key {name} in EncryptionKeys, which rows of the backup need, but it is not there.");
            if (needed is not null && found != needed)
            {
                throw new BackupException(
                    $"Expected for {name} in EncryptionKeys the key that rows of the backup need (mark {needed}) "
                    + $"but received another one (mark {found}).");
            }
        }
    }

    private async Task VerifyAsync(IEnumerable<BackupTable> tables, Action<string> tell, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        foreach (var table in tables)
        {
            faults.AddRange(await reader.VerifyAsync(table, cancellationToken));
            tell($"{table.Name}: {table.Rows} rows in {table.Parts.Count} parts read");
        }

        if (faults.Count > 0)
        {
            throw new BackupException(string.Join(Environment.NewLine, faults));
        }
    }

    private async Task RefuseFilledAsync(IEnumerable<BackupTable> tables, CancellationToken cancellationToken)
    {
        var filled = new List<string>();
        foreach (var table in tables)
        {
            if (!await RestoreOf(table).IsEmptyAsync(cancellationToken))
            {
                filled.Add(table.Name);
            }
        }

        if (filled.Count > 0)
        {
            throw new BackupException(
                $"Expected empty tables but {string.Join(", ", filled)} have rows. "
                + "With --missing-only the rows that are there stay, and only what is missing is added.");
        }
    }

    private async Task<RestoredTable> RestoreAsync(
        BackupTable table, RestoreOptions options, IReadOnlySet<string> erased, CancellationToken cancellationToken)
    {
        var target = RestoreOf(table);
        var there = options.AddsMissing ? await target.NamesAsync(cancellationToken) : new HashSet<RowName>();
        var (written, gone) = (0, 0);
        foreach (var part in table.Parts)
        {
            var rows = await reader.ReadAsync(part, cancellationToken);
            var named = rows.Select(row => (Row: row, Name: new RowName(row.PartitionKey, row.RowKey))).ToList();
            var left = named.Where(row => RowCohort.Of(table.Name, row.Name) is not { } cohort || !erased.Contains(cohort)).ToList();
            gone += rows.Count - left.Count;
            var missing = left.Where(row => !there.Contains(row.Name)).Select(row => row.Row).ToList();
            written += options.IsDryRun ? missing.Count : await target.AddAsync(missing, cancellationToken);
        }

        return new RestoredTable(table.Name, table.Rows, written, table.Rows - gone - written, gone);
    }

    // The tables were copied one after the other. The timer looks after what changed in between: claims without a student, moves half done.
    private async Task NoteCohortsAsync(CancellationToken cancellationToken)
    {
        var notes = new RegisterNotes(storage);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {CohortEntityMapping.CohortPartition}");
        await foreach (var row in storage.Cohorts.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            if (CohortCode.Parse(row.RowKey).Value is { } cohort)
            {
                await notes.WriteAsync(cohort, cancellationToken);
            }
        }
    }

    private TableRestore RestoreOf(BackupTable table) => new(BackupTables.Of(storage).FirstOrDefault(known => known.Name == table.Name)
        ?? throw new BackupException($"Expected a table of this version of the app but the backup has {table.Name}."));
}
