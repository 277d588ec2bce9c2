namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>What became of the rows that a backup has of a table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">How many the backup has.</param>
/// <param name="Written">How many were written, or would be.</param>
/// <param name="Kept">How many were there already, and stay as they are.</param>
/// <param name="Erased">How many are about cohorts that were erased since, and stay erased.</param>
internal sealed record RestoredTable(string Name, int Rows, int Written, int Kept, int Erased);
