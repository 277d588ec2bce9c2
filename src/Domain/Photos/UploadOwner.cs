using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>Finds whose upload a path names. Only a student of the path's own teaching point is found.</summary>
/// <param name="cohorts">Where cohorts are kept.</param>
/// <param name="students">Where students are kept.</param>
public sealed class UploadOwner(ICohortStore cohorts, IStudentStore students)
{
    /// <summary>Looks the place and the student up.</summary>
    /// <param name="path">What the upload's name says.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>What was found, and the failure that stood in the way of the rest.</returns>
    public async Task<Found> FindAsync(UploadPath path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path is not { Cohort: { } cohortCode, TeachingPoint: { } pointCode }
            || await cohorts.FindAsync(cohortCode, cancellationToken) is not { } cohort
            || await cohorts.FindTeachingPointAsync(cohortCode, pointCode, cancellationToken) is not { } place)
        {
            return new Found(null, null, null, UploadFailures.PlaceUnknown);
        }

        if (!path.NationalId.Succeeded(out var id, out var failure))
        {
            return new Found(cohort, place, null, failure);
        }

        return await students.FindAsync(id, cohortCode, pointCode, cancellationToken) is { } student
            ? new Found(cohort, place, student, null)
            : new Found(cohort, place, null, UploadFailures.StudentUnknown);
    }

    /// <summary>
    /// Whether a path names this very student. An import that was cut short may leave a claim on an ID number behind that leads to
    /// somebody else.
    /// </summary>
    /// <param name="student">The student to whom the path led.</param>
    /// <param name="path">The path.</param>
    /// <returns>True when the ID numbers agree.</returns>
    public static bool IsOwner(Student student, UploadPath path)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(path);
        return student.Profile.NationalId == path.NationalId.Value;
    }

    /// <summary>What a path leads to.</summary>
    /// <param name="Cohort">The cohort; null with <c>place-unknown</c>.</param>
    /// <param name="Place">The teaching point; null with <c>place-unknown</c>.</param>
    /// <param name="Student">The student; null exactly when there is a failure.</param>
    /// <param name="Failure"><c>place-unknown</c>, <c>file-name-not-id</c>, <c>national-id-…</c> or <c>student-unknown</c>.</param>
    public sealed record Found(Cohort? Cohort, TeachingPoint? Place, StudentKey? Student, Failure? Failure);
}
