using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>What became of a delivery; holds nothing that a log may not hold.</summary>
/// <param name="Outcome">The outcome; null when the version was gone, decided before by another delivery.</param>
/// <param name="Student">The student, when one matched.</param>
/// <param name="Codes">Codes of the findings.</param>
public sealed record IntakeReport(UploadOutcome? Outcome, StudentNumber? Student, IReadOnlyList<string> Codes)
{
    /// <summary>The version is not in the inbox any more.</summary>
    public static IntakeReport Gone { get; } = new(null, null, []);
}
