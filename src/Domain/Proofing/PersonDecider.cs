using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>Decides what a teacher's confirmation of the person does to a student. "Not this person" is a review's act.</summary>
public static class PersonDecider
{
    /// <summary>The event of the line in the history; it moves no track.</summary>
    public const string PersonConfirmed = "PersonConfirmed";

    /// <summary>
    /// The decision. The same person's word about the same photo again changes nothing.
    /// Failures: <c>actor-not-allowed</c>, <c>photo-changed</c>, <c>transition-illegal</c>.
    /// </summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="sha256">The photo that was seen.</param>
    /// <param name="by">The teacher.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The change, or the failure.</returns>
    public static Result<StudentChange> Confirm(Student student, string sha256, Attribution by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(by);
        if (by.Objection(Actors.TeachingPoint | Actors.Administrator) is { } objection)
        {
            return objection;
        }

        if (student.Photo is { } photo && photo.Sha256 != sha256)
        {
            return ReviewFailures.PhotoChanged;
        }

        if (student.Collection != CollectionStatus.Accepted)
        {
            return ProgressFailures.NotAccepted;
        }

        var confirmation = new PersonConfirmation(by.Person ?? "", at, sha256);
        return student.PersonConfirmed?.By == confirmation.By
            ? StudentChange.None(student)
            : StudentChange.To(student with { LastConfirmation = confirmation }, by.Line(at, PersonConfirmed) with { Sha256 = sha256 });
    }
}
