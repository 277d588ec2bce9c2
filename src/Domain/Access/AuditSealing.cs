using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.Domain.Access;

/// <summary>
/// Seals every day of the audit trail that is over, also those that an earlier round missed, and erases lines whose time is over. What
/// was sealed can be held against the trail at any time.
/// </summary>
/// <param name="trail">The audit trail.</param>
/// <param name="time">The clock.</param>
public sealed class AuditSealing(IAuditTrail trail, TimeProvider time)
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(3);

    // Another instance may still be writing a line of the last minutes of a day.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(15);

    /// <summary>For how many days lines are kept: three years, as records of erasures. Source: PIPL, article 56.</summary>
    public static int KeptDays => 3 * 366;

    /// <summary>Seals what can be sealed.</summary>
    /// <param name="cancellationToken">Ends the round; the next one goes on.</param>
    /// <returns>The days that were sealed.</returns>
    /// <exception cref="AggregateException">Something failed; the next round goes on.</exception>
    public async Task<IReadOnlyList<AuditRoot>> RunAsync(CancellationToken cancellationToken)
    {
        using var round = new Round(time, Budget);
        var roots = new List<AuditRoot>();
        await round.RunAsync(token => SealAsync(roots, token), cancellationToken);
        await round.RunAsync(token => trail.EraseBeforeAsync(Today.AddDays(-KeptDays), token), cancellationToken);
        round.End();
        return roots;
    }

    /// <summary>Holds a day against its seal.</summary>
    /// <param name="day">The day (UTC+8).</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>What was found.</returns>
    public async Task<AuditVerdict> VerifyAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var lines = await trail.ReadAsync(day, cancellationToken).ToListAsync(cancellationToken);
        return AuditVerdict.Of(
            day,
            lines,
            await trail.FindRootAsync(day, cancellationToken),
            await trail.FindRootAsync(day.AddDays(-1), cancellationToken));
    }

    private DateOnly Today => ChinaTime.DateAt(time.GetUtcNow());

    private async Task SealAsync(List<AuditRoot> roots, CancellationToken cancellationToken)
    {
        var last = await trail.LastSealedDayAsync(cancellationToken);
        if ((last?.AddDays(1) ?? await trail.FirstDayAsync(cancellationToken)) is not { } day)
        {
            return;
        }

        var previous = last is null ? null : await trail.FindRootAsync(last.Value, cancellationToken);
        for (; day < ChinaTime.DateAt(time.GetUtcNow() - Settled); day = day.AddDays(1))
        {
            var lines = await trail.ReadAsync(day, cancellationToken).ToListAsync(cancellationToken);
            previous = await trail.SealAsync(AuditRoot.Of(day, previous?.Root ?? "", lines), cancellationToken);
            roots.Add(previous);
        }
    }
}
