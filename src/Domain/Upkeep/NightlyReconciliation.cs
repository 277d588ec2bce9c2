using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Upkeep;

/// <summary>The walks over all students, once a night: too much for the round of every five minutes.</summary>
/// <param name="cohorts">Where cohorts are kept.</param>
/// <param name="orphans">Deletes outputs that no student has.</param>
/// <param name="duplicates">Looks for the same picture twice.</param>
/// <param name="keys">Brings fields under the current key.</param>
/// <param name="time">The clock.</param>
public sealed class NightlyReconciliation(ICohortStore cohorts, OrphanSweep orphans, DuplicateSearch duplicates, IKeyRotation keys, TimeProvider time)
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(4);

    /// <summary>Goes through all cohorts.</summary>
    /// <param name="cancellationToken">Ends the round; the next night's goes on.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="AggregateException">Some parts failed; the others were done.</exception>
    public async Task<Report> RunAsync(CancellationToken cancellationToken)
    {
        using var round = new Round(time, Budget);
        var (deleted, sent) = (0, 0);

        // First: after a rotation it is the longest, and each night goes on where the last one stopped.
        await round.RunAsync(keys.RunAsync, cancellationToken);
        foreach (var cohort in await cohorts.ListAsync(cancellationToken))
        {
            await round.RunAsync(async token => deleted += await orphans.RunAsync(cohort.Code, token), cancellationToken);
            await round.RunAsync(async token => sent += await duplicates.RunAsync(cohort, token), cancellationToken);
        }

        round.End();
        return new Report(deleted, sent);
    }

    /// <summary>What a night's round did.</summary>
    /// <param name="OutputsDeleted">How many outputs that no student has were deleted.</param>
    /// <param name="PhotosSentToReview">How many photos were sent to a person, because another student has the same picture.</param>
    public sealed record Report(int OutputsDeleted, int PhotosSentToReview);
}
