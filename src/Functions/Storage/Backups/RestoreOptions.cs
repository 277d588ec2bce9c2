namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>What an administrator asks a restore for.</summary>
/// <param name="Tables">Which tables; none for all of the backup.</param>
/// <param name="AddsMissing">Whether the tables may have rows, which are kept as they are.</param>
/// <param name="IsDryRun">Whether to tell what would be written, and write nothing.</param>
internal sealed record RestoreOptions(IReadOnlyCollection<string> Tables, bool AddsMissing, bool IsDryRun);
