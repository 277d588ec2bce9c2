namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>
/// Whose cohort's people a row is about, by where retention looks for it (Retention/PersonalDataStore); null for what an erasure leaves.
/// </summary>
internal static class RowCohort
{
    public static string? Of(string table, RowName row) => table switch
    {
        nameof(StorageAccount.Students) or nameof(StorageAccount.Reminders) =>
            row.PartitionKey != TableKeys.NoPlace && row.PartitionKey.Split('~') is [var cohort, _, ..] ? cohort : null,
        nameof(StorageAccount.TeachingPoints) => row.PartitionKey,
        nameof(StorageAccount.StudentIndex) => row.PartitionKey == TableKeys.Changed ? row.RowKey : row.RowKey.Split('~')[^1],
        _ => null,
    };
}
