using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Review;

/// <summary>Takes a person's decision about a photo in review: approve or refuse, grant or deny an appeal.</summary>
/// <param name="students">Where students are kept.</param>
/// <param name="time">The clock.</param>
public sealed class PhotoReview(IStudentStore students, TimeProvider time)
{
    /// <summary>Decides. Failures: <c>student-number-unknown</c>, <c>photo-changed</c>, <c>transition-illegal</c>.</summary>
    /// <param name="key">The student.</param>
    /// <param name="act">What the person decided.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The student afterwards, or the failure.</returns>
    public Task<Result<Student>> DecideAsync(StudentKey key, ReviewAct act, CancellationToken cancellationToken) =>
        students.DecideReviewAsync(
            key, (student, _) => Task.FromResult(ReviewDecider.Decide(student, act, time.GetUtcNow())), cancellationToken);
}
