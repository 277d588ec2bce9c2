using Azure.Data.Tables;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>
/// All tables of the app, in the order in which they are copied. Students before their index: a student who is enrolled in between leaves a
/// claim without a student, which repairs itself, and not a student without a claim. Erasures last, so that they are as new as they can be.
/// </summary>
internal static class BackupTables
{
    public static IReadOnlyList<TableClient> Of(StorageAccount storage) =>
    [
        storage.Cohorts,
        storage.TeachingPoints,
        storage.Students,
        storage.StudentIndex,
        storage.Reminders,
        storage.AccessKeys,
        storage.Audit,
        storage.Erasures,
    ];
}
