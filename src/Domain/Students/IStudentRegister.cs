using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>Who the students are: no student number and no ID number stands twice in a cohort.</summary>
public interface IStudentRegister
{
    /// <summary>
    /// Enrols students, corrects and moves enrolled ones, and brings their profiles up to date; progress stays. What was cut short before
    /// is completed. Failures of a row: <c>national-id-taken</c>, <c>student-number-taken</c>.
    /// </summary>
    /// <param name="cohort">The cohort of all of them.</param>
    /// <param name="enrolments">What a roster asks for; no number and no ID number stands twice.</param>
    /// <param name="isDryRun">Whether only to tell what would be done.</param>
    /// <param name="cancellationToken">Ends the work; what was stored stays.</param>
    /// <returns>What was done about each, in the same order.</returns>
    Task<IReadOnlyList<Result<EnrolmentOutcome>>> EnrolAsync(
        CohortCode cohort, IReadOnlyList<Enrolment> enrolments, bool isDryRun, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a student: number and ID number are free again, history, ledger and pictures stay until retention erases them. Failures:
    /// <c>student-number-unknown</c>, also when this was done before; <c>student-moving</c>.
    /// </summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="number">The student's number.</param>
    /// <param name="by">The administrator, with a reason.</param>
    /// <param name="cancellationToken">Ends the work; claims that are left over are repaired.</param>
    /// <returns>The student as removed, or the failure.</returns>
    Task<Result<Student>> RemoveAsync(CohortCode cohort, StudentNumber number, Attribution by, CancellationToken cancellationToken);

    /// <summary>Lists the cohorts whose register was written to and not looked over since.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>One note for each cohort.</returns>
    Task<IReadOnlyList<RegisterChange>> ListChangesAsync(CancellationToken cancellationToken);

    /// <summary>Looks a cohort over: finishes moves that were cut short, and takes back claims that lead to no student.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="writtenBefore">Only claims that were last written before this instant are taken back: others may be on the way.</param>
    /// <param name="cancellationToken">Ends the work; what was repaired stays so.</param>
    /// <returns>How many things were repaired.</returns>
    Task<int> RepairAsync(CohortCode cohort, DateTimeOffset writtenBefore, CancellationToken cancellationToken);

    /// <summary>Takes a note away, unless the register was written to since.</summary>
    /// <param name="change">The note.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when it is gone.</returns>
    Task SettleAsync(RegisterChange change, CancellationToken cancellationToken);
}
