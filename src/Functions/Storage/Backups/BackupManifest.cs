using PhotoFunctions.Domain.Backups;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>What a backup holds. It is written last: without it a backup is not complete.</summary>
internal sealed record BackupManifest
{
    /// <summary>The form of parts and manifest that this version writes and reads.</summary>
    public const int CurrentForm = 1;

    public required int Form { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>The version of the app that wrote it.</summary>
    public required string AppVersion { get; init; }

    /// <summary>Tells the index key that the rows need from others, and nothing about it.</summary>
    public required string IndexKey { get; init; }

    /// <summary>The same for the encryption keys that the rows need, by name; null for one that was not configured then.</summary>
    public required IReadOnlyDictionary<string, string?> EncryptionKeys { get; init; }

    public required IReadOnlyList<BackupTable> Tables { get; init; }

    public CompleteBackup ToBackup() =>
        new(Day, StartedAt, FinishedAt, Tables.Sum(table => table.Rows), Tables.Sum(table => table.Parts.Count));
}
