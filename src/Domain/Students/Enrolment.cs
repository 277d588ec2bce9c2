namespace PhotoFunctions.Domain.Students;

/// <summary>What one row of a roster asks for.</summary>
/// <param name="Key">Where the student belongs.</param>
/// <param name="Profile">What the roster says about the person.</param>
public sealed record Enrolment(StudentKey Key, StudentProfile Profile);
