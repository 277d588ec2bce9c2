using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Upkeep;

/// <summary>Walks over the photos of a cohort's students.</summary>
public interface IStudentPictures
{
    /// <summary>Walks over all students of a cohort, by what is needed here only.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The students, in no order.</returns>
    IAsyncEnumerable<StudentPicture> ListAsync(CohortCode cohort, CancellationToken cancellationToken);

    /// <summary>Reads one student as stored now.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="number">The student number.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The student's photo, or null when there is no such student.</returns>
    Task<StudentPicture?> FindAsync(CohortCode cohort, StudentNumber number, CancellationToken cancellationToken);
}
