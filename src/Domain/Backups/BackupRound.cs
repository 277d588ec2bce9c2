using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.Domain.Backups;

/// <summary>
/// Copies all tables once a day and deletes old copies. A round that was cut short leaves what it has copied, and the next one of that day
/// goes on; a day on which none came to the end has no backup.
/// </summary>
/// <param name="backups">Where backups are kept.</param>
/// <param name="time">The clock.</param>
public sealed class BackupRound(ITableBackups backups, TimeProvider time)
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(3);

    /// <summary>For how many days a backup is kept. It holds the rows of people who were erased since.</summary>
    public static int KeptDays => 30;

    /// <summary>
    /// For how many days what was deleted may still be there: the storage account keeps it for seven (infra/modules/storage.bicep), and its own
    /// rule comes once a day.
    /// </summary>
    public static int DeletedDays => 8;

    /// <summary>How old the newest complete backup may be before somebody has to look: a night was missed.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromHours(36);

    /// <summary>The day by which no backup holds any more what was erased.</summary>
    /// <param name="erasedAt">When it was erased.</param>
    /// <returns>The date (UTC+8).</returns>
    public static DateOnly HeldUntil(DateTimeOffset erasedAt) => ChinaTime.DateAt(erasedAt).AddDays(KeptDays + DeletedDays);

    /// <summary>Deletes what is old, and copies what today's backup still lacks.</summary>
    /// <param name="cancellationToken">Ends the round; the next one goes on.</param>
    /// <returns>What was done, and how things stand.</returns>
    public async Task<Report> RunAsync(CancellationToken cancellationToken)
    {
        using var round = new Round(time, Budget);
        var today = ChinaTime.DateAt(time.GetUtcNow());
        var (isKnown, newest, made) = (false, (CompleteBackup?)null, (CompleteBackup?)null);
        await round.RunAsync(
            async token =>
            {
                var days = await backups.ListDaysAsync(token);
                foreach (var day in days.Where(day => day <= today.AddDays(-KeptDays)))
                {
                    await backups.EraseAsync(day, token);
                }

                newest = await NewestAsync(days, token);
                isKnown = true;
            },
            cancellationToken);
        if (newest?.Day != today)
        {
            await round.RunAsync(async token => newest = made = await backups.ExportAsync(today, token), cancellationToken);
        }

        // Whether it is late is told also when the round failed: then above all.
        var isLate = isKnown && !(newest?.StartedAt > time.GetUtcNow() - Patience);
        return new Report(made, newest, isLate, round.Failure);
    }

    private async Task<CompleteBackup?> NewestAsync(IReadOnlyList<DateOnly> days, CancellationToken cancellationToken)
    {
        foreach (var day in days.Reverse())
        {
            if (await backups.FindCompleteAsync(day, cancellationToken) is { } backup)
            {
                return backup;
            }
        }

        return null;
    }

    /// <summary>What a round did.</summary>
    /// <param name="Made">The backup that this round completed; null when it was complete before, or is not yet.</param>
    /// <param name="Newest">The newest complete backup; null when there is none.</param>
    /// <param name="IsLate">Whether there should be a newer one.</param>
    /// <param name="Failure">What failed; null when nothing did. The next round tries again.</param>
    public sealed record Report(CompleteBackup? Made, CompleteBackup? Newest, bool IsLate, AggregateException? Failure);
}
