using PhotoFunctions.Domain.Backups;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.Domain.Retention;

/// <summary>
/// Erases what is kept about the people of a cohort once its retention is over, and leaves a record. A round that was cut short leaves its
/// record open, and the next one goes on. The cohort's settings stay: they name no student.
/// </summary>
/// <param name="cohorts">Where cohorts are kept.</param>
/// <param name="data">Where everything else is kept.</param>
/// <param name="time">The clock.</param>
public sealed class RetentionRound(ICohortStore cohorts, IPersonalDataStore data, TimeProvider time)
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(3);

    /// <summary>How long an upload to an unknown place, which no cohort's retention covers, is kept.</summary>
    public static TimeSpan UnplacedKept { get; } = TimeSpan.FromDays(180);

    /// <summary>Goes through all cohorts.</summary>
    /// <param name="cancellationToken">Ends the round; the next one goes on.</param>
    /// <returns>The records of what was erased in this round.</returns>
    /// <exception cref="AggregateException">Some cohorts failed; the others had their turn.</exception>
    public async Task<IReadOnlyList<Erasure>> RunAsync(CancellationToken cancellationToken)
    {
        using var round = new Round(time, Budget);
        var erasures = new List<Erasure>();
        await round.RunAsync(token => data.EraseUnplacedAsync(time.GetUtcNow() - UnplacedKept, token), cancellationToken);
        foreach (var cohort in await cohorts.ListAsync(cancellationToken))
        {
            await round.RunAsync(
                async token =>
                {
                    if (cohort.KeptUntil is { } last
                        && ChinaTime.DateAt(time.GetUtcNow()) > last
                        && await EraseAsync(cohort.Code, last, token) is { } erasure)
                    {
                        erasures.Add(erasure);
                    }
                },
                cancellationToken);
        }

        // The record of what was cut short stays open: the next round goes on.
        round.End();
        return erasures;
    }

    private async Task<Erasure?> EraseAsync(CohortCode cohort, DateOnly keptUntil, CancellationToken cancellationToken)
    {
        var erasure = (await data.ListErasuresAsync(cohort, cancellationToken)).LastOrDefault(record => record.EndedAt is null);
        if (erasure is null)
        {
            if (!await data.HasAnyAsync(cohort, cancellationToken))
            {
                return null;
            }

            // Recorded first: an erasure that nobody knows of must not happen.
            var now = time.GetUtcNow();
            erasure = new Erasure { Cohort = cohort, BeganAt = now, KeptUntil = keptUntil, BackupsUntil = BackupRound.HeldUntil(now) };
            await data.SaveAsync(erasure, cancellationToken);
        }

        foreach (var kind in Enum.GetValues<PersonalData>())
        {
            var count = await data.EraseAsync(cohort, kind, cancellationToken);
            erasure = erasure.With(kind, count);
            await data.SaveAsync(erasure, cancellationToken);
        }

        var end = time.GetUtcNow();
        erasure = erasure with { EndedAt = end, BackupsUntil = BackupRound.HeldUntil(end) };
        await data.SaveAsync(erasure, cancellationToken);
        return erasure;
    }
}
