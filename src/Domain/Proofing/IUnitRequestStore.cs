using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>Where requests to the photo unit are kept, beside their students.</summary>
public interface IUnitRequestStore
{
    /// <summary>
    /// Records a request, or where it stands: student, history and request change together or not at all. When somebody else changed the
    /// student meanwhile, all is read and decided again. Failures: <c>student-number-unknown</c>, and those of the decision.
    /// </summary>
    /// <param name="key">The student.</param>
    /// <param name="decide">Decides for the student and the requests as they stand, oldest first; may be called several times.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The request afterwards, or the failure.</returns>
    Task<Result<UnitRequest>> ChangeAsync(
        StudentKey key,
        Func<Student, IReadOnlyList<UnitRequest>, Result<UnitRequestDecision>> decide,
        CancellationToken cancellationToken);
}
