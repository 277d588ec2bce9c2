using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>Where the reminders read students.</summary>
public interface IReminderStudents
{
    /// <summary>Reads what decides about mails, of all students of a teaching point.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="point">The teaching point.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The facts, in the order of the student numbers.</returns>
    IAsyncEnumerable<ReminderFacts> ListAsync(CohortCode cohort, TeachingPointCode point, CancellationToken cancellationToken);

    /// <summary>Where a student was before, for whom mails may have been sent there.</summary>
    /// <param name="student">Where the student is now.</param>
    /// <param name="before">Where the student came from.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <returns>All places on the way, the last one first, <paramref name="before"/>.</returns>
    Task<IReadOnlyList<TeachingPointCode>> ListFormerAsync(
        StudentKey student, TeachingPointCode before, CancellationToken cancellationToken);

    /// <summary>Reads a student as stored now, at a teaching point or, when the student has moved, wherever in the cohort.</summary>
    /// <param name="key">Where the student was when the mail fell due.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The student, or null when nobody has the number any more.</returns>
    Task<Student?> FindAsync(StudentKey key, CancellationToken cancellationToken);
}
