using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>Offers uploads once more that came before their students. Repeating it changes nothing.</summary>
/// <param name="cohorts">Where cohorts are kept.</param>
/// <param name="students">Where students and waiting uploads are kept.</param>
/// <param name="intake">Decides uploads.</param>
/// <param name="time">The clock.</param>
public sealed class QuarantineReoffer(ICohortStore cohorts, IStudentStore students, PhotoIntake intake, TimeProvider time)
{
    // Beside the other parts of a round, which the host ends after five minutes.
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(1);

    /// <summary>Decides the waiting uploads of a cohort. One that fails does not keep the others waiting.</summary>
    /// <param name="code">The cohort.</param>
    /// <param name="cancellationToken">Ends the work; the next round goes on.</param>
    /// <returns>What became of each, and whether all had their turn.</returns>
    /// <exception cref="AggregateException">Some uploads could not be decided; they go on waiting.</exception>
    public async Task<Report> RunAsync(CohortCode code, CancellationToken cancellationToken)
    {
        var (reports, failures, start) = (new List<IntakeReport>(), new List<Exception>(), time.GetTimestamp());
        if (await cohorts.FindAsync(code, cancellationToken) is not { } cohort)
        {
            return new Report(reports, true);
        }

        foreach (var point in await cohorts.ListTeachingPointsAsync(code, cancellationToken))
        {
            await foreach (var waiting in students.ListWaitingAsync(code, point.Code, cancellationToken))
            {
                if (time.GetElapsedTime(start) > Budget)
                {
                    return failures.Count == 0 ? new Report(reports, false) : throw Failed(failures);
                }

                try
                {
                    reports.Add(await intake.ReofferAsync(waiting, cohort, cancellationToken));
                }
                catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
                {
                    // Thrown below, after the others had their turn.
                    failures.Add(ex);
                }
            }
        }

        return failures.Count == 0 ? new Report(reports, true) : throw Failed(failures);
    }

    private static AggregateException Failed(List<Exception> failures) => new("Some waiting uploads could not be decided.", failures);

    /// <summary>What a run did.</summary>
    /// <param name="Uploads">What became of each upload.</param>
    /// <param name="IsComplete">Whether all had their turn.</param>
    public sealed record Report(IReadOnlyList<IntakeReport> Uploads, bool IsComplete);
}
