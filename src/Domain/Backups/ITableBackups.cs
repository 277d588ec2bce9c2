namespace PhotoFunctions.Domain.Backups;

/// <summary>The nightly copies of all tables, one a day. What was written of one is never written again.</summary>
public interface ITableBackups
{
    /// <summary>The days of which there is anything, complete or not.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The days (UTC+8), oldest first.</returns>
    Task<IReadOnlyList<DateOnly>> ListDaysAsync(CancellationToken cancellationToken);

    /// <summary>Looks for a complete backup.</summary>
    /// <param name="day">Its day.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>The backup; null when there is none, or it is not complete.</returns>
    Task<CompleteBackup?> FindCompleteAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Copies what a day's backup still lacks.</summary>
    /// <param name="day">Its day.</param>
    /// <param name="cancellationToken">Ends the work; what was copied stays, and the next call goes on behind it.</param>
    /// <returns>The backup, complete.</returns>
    Task<CompleteBackup> ExportAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Deletes a day's backup, unless storage still protects it.</summary>
    /// <param name="day">Its day.</param>
    /// <param name="cancellationToken">Ends the work; the next call goes on.</param>
    /// <returns>A task that ends when it is gone, or turned out to be protected.</returns>
    Task EraseAsync(DateOnly day, CancellationToken cancellationToken);
}
