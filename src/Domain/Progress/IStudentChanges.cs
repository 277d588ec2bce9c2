using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Progress;

/// <summary>Where students are looked up within a cohort, and changed together with their history.</summary>
public interface IStudentChanges
{
    /// <summary>Looks many students up at once.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="numbers">Student numbers.</param>
    /// <param name="ids">ID numbers.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>Those that are there.</returns>
    Task<StudentMatches> MatchAsync(
        CohortCode cohort,
        IReadOnlyCollection<StudentNumber> numbers,
        IReadOnlyCollection<NationalId> ids,
        CancellationToken cancellationToken);

    /// <summary>
    /// Changes a student: student and history change together or not at all. When somebody else changed the student meanwhile, it is
    /// read and decided again. Failures: <c>student-number-unknown</c>, and those of the decision.
    /// </summary>
    /// <param name="key">The student.</param>
    /// <param name="decide">Decides for the student as it stands; may be called several times.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The student afterwards, or the failure.</returns>
    Task<Result<Student>> ChangeAsync(StudentKey key, Func<Student, Result<StudentChange>> decide, CancellationToken cancellationToken);

    /// <summary>
    /// Changes many students of one teaching point, each as <see cref="ChangeAsync"/> does but in fewer steps. What was changed before
    /// an outage stays changed.
    /// </summary>
    /// <param name="keys">The students, all of one teaching point.</param>
    /// <param name="decide">Decides for a student as it stands; may be called several times, the last time for what is stored.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// The students who are not there, and so were not changed, whatever was decided about them: a move may have taken them away meanwhile.
    /// A move that was cut short is finished, so that they can be matched anew.
    /// </returns>
    Task<IReadOnlyCollection<StudentKey>> ChangeAllAsync(
        IReadOnlyCollection<StudentKey> keys, Func<Student, StudentChange> decide, CancellationToken cancellationToken);

    /// <summary>Reads many students of one teaching point.</summary>
    /// <param name="keys">The students, all of one teaching point.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>Those that are there, in no order.</returns>
    IAsyncEnumerable<Student> ReadAllAsync(IReadOnlyCollection<StudentKey> keys, CancellationToken cancellationToken);
}
