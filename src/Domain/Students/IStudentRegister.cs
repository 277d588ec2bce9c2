using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>Who the students are: no student number and no ID number stands twice in a cohort.</summary>
public interface IStudentRegister
{
    /// <summary>
    /// Enrols students, and brings enrolled ones' profiles up to date; progress stays. What was cut short before is completed. Failures of
    /// a row: <c>national-id-taken</c>, <c>student-number-taken</c>.
    /// </summary>
    /// <param name="cohort">The cohort of all of them.</param>
    /// <param name="enrolments">What a roster asks for; no number and no ID number stands twice.</param>
    /// <param name="isDryRun">Whether only to tell what would be done.</param>
    /// <param name="cancellationToken">Ends the work; what was stored stays.</param>
    /// <returns>What was done about each, in the same order.</returns>
    Task<IReadOnlyList<Result<EnrolmentOutcome>>> EnrolAsync(
        CohortCode cohort, IReadOnlyList<Enrolment> enrolments, bool isDryRun, CancellationToken cancellationToken);
}
