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

    /// <summary>What the ledger says.</summary>
    /// <param name="entry">The ledger's line.</param>
    /// <param name="student">The student.</param>
    /// <returns>The report.</returns>
    public static IntakeReport Of(LedgerEntry entry, StudentKey student)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(student);
        return new(entry.Outcome, student.Number, [.. entry.Findings.Select(finding => finding.Code)]);
    }
}
