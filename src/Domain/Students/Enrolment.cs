namespace PhotoFunctions.Domain.Students;

/// <summary>What one row of a roster asks for.</summary>
/// <param name="Key">Where the student belongs.</param>
/// <param name="Profile">What the roster says about the person.</param>
public sealed record Enrolment(StudentKey Key, StudentProfile Profile)
{
    /// <summary>补采: whether the roster says that an earlier photo failed the verification. False takes nothing back.</summary>
    public bool MustRecapture { get; init; }
}
