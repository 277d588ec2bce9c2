using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>What one upload version does to its student; stored as one batch of student, history and ledger.</summary>
public sealed record UploadDecision
{
    /// <summary>What became of the upload.</summary>
    public required UploadOutcome Outcome { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The student afterwards; null when nothing about the student changes.</summary>
    public Student? Student { get; init; }

    /// <summary>The line for the student's history; null when nothing is to be told there.</summary>
    public HistoryEntry? History { get; init; }

    /// <summary>Faults, notes or the reason why the upload was not used.</summary>
    public IReadOnlyList<Failure> Findings { get; init; } = [];
}
