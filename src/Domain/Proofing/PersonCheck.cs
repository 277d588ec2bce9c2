using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>Takes a teacher's word that the accepted photo shows the student.</summary>
/// <param name="students">Where students are kept.</param>
/// <param name="time">The clock.</param>
public sealed class PersonCheck(IStudentChanges students, TimeProvider time)
{
    /// <summary>
    /// Records it. Failures: <c>student-number-unknown</c>, <c>actor-not-allowed</c>, <c>photo-changed</c>, <c>transition-illegal</c>.
    /// </summary>
    /// <param name="key">The student.</param>
    /// <param name="sha256">The photo that was seen.</param>
    /// <param name="by">The teacher.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The student afterwards, or the failure.</returns>
    public Task<Result<Student>> ConfirmAsync(StudentKey key, string sha256, Attribution by, CancellationToken cancellationToken) =>
        students.ChangeAsync(key, student => PersonDecider.Confirm(student, sha256, by, time.GetUtcNow()), cancellationToken);
}
