using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Students;

/// <summary>Decides what a row of a roster does to a student: the profile, and 补采.</summary>
public static class EnrolmentDecider
{
    /// <summary>A student who is new.</summary>
    /// <param name="enrolment">What the roster says.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The student; with a line of history when another photo has to be taken.</returns>
    public static StudentChange Add(Enrolment enrolment, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        var student = new Student { Key = enrolment.Key, Profile = enrolment.Profile, EnrolledAt = at, CollectionSince = at };
        return enrolment.MustRecapture
            && VerificationDecider.RequireRecapture(student, Attribution.Import, at).Succeeded(out var required, out _)
            ? required
            : StudentChange.To(student);
    }

    /// <summary>A student who is enrolled. Failure: <c>transition-illegal</c>, for 补采 when the verification has moved on.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="enrolment">What the roster says.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The change, or the failure.</returns>
    public static Result<StudentChange> Update(Student student, Enrolment enrolment, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(enrolment);
        var corrected = ProfileCorrection.Of(student, enrolment.ProfileAfter(student.Profile), at);
        if (!enrolment.MustRecapture)
        {
            return corrected;
        }

        if (!VerificationDecider.RequireRecapture(corrected.Student, Attribution.Import, at).Succeeded(out var required, out var failure))
        {
            return failure;
        }

        return required.IsNothing ? corrected : StudentChange.To(required.Student, [.. corrected.History, .. required.History]);
    }
}
