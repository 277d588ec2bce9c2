using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Upkeep;

/// <summary>
/// Looks after what was written to the register lately: offers waiting uploads to new students, and repairs what a crash has left half done.
/// </summary>
/// <param name="register">Where students are registered.</param>
/// <param name="reoffer">Offers waiting uploads.</param>
/// <param name="time">The clock.</param>
public sealed class RegisterRepair(IStudentRegister register, QuarantineReoffer reoffer, TimeProvider time)
{
    // Beside the other part of the timer's round.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(90);

    /// <summary>How long a change of the register takes at most: the host ends a function after five minutes.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Looks after every cohort with a note; the note goes when the last change is old and nothing is left to do.</summary>
    /// <param name="cancellationToken">Ends the round; the next one goes on.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="AggregateException">Some cohorts could not be looked after; their notes stay.</exception>
    public async Task<Report> RunAsync(CancellationToken cancellationToken)
    {
        using var round = new Round(time, Budget);
        var (repaired, offered) = (0, 0);
        foreach (var change in await register.ListChangesAsync(cancellationToken))
        {
            await round.RunAsync(
                async token =>
                {
                    // Read before: an upload that is put apart while this goes on may miss its student, and the note has to stay.
                    var limit = time.GetUtcNow() - Patience;
                    var mended = change.At < limit ? await register.RepairAsync(change.Cohort, limit, token) : 0;
                    repaired += mended;
                    var report = await reoffer.RunAsync(change.Cohort, token);
                    offered += report.Uploads.Count(upload => upload.Outcome is not null);
                    if (change.At < limit && mended == 0 && report.IsComplete)
                    {
                        await register.SettleAsync(change, token);
                    }
                },
                cancellationToken);
        }

        round.End();
        return new Report(repaired, offered);
    }

    /// <summary>What a round did.</summary>
    /// <param name="Repaired">How many moves were finished and claims taken back.</param>
    /// <param name="Offered">How many waiting uploads found their student.</param>
    public sealed record Report(int Repaired, int Offered);
}
