namespace PhotoFunctions.Domain.Backups;

/// <summary>A backup that has all tables in it.</summary>
/// <param name="Day">Its day (UTC+8), which is its name.</param>
/// <param name="StartedAt">When the first row was read: what happened since may be missing in it.</param>
/// <param name="FinishedAt">When the last row was read: what happened since is missing in it.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Parts">In how many files.</param>
public sealed record CompleteBackup(DateOnly Day, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, int Rows, int Parts);
