using PhotoFunctions.Domain.Cohorts;
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

    /// <summary>A line for everything that an acceptance brings with it in the other tracks.</summary>
    public IReadOnlyList<HistoryEntry> Consequences { get; init; } = [];

    /// <summary>Faults, notes or the reason why the upload was not used.</summary>
    public IReadOnlyList<Failure> Findings { get; init; } = [];

    /// <summary>Adds what an acceptance brings with it in the other tracks.</summary>
    /// <param name="before">The student before the decision.</param>
    /// <param name="start">From when the cohort's proofing counts.</param>
    /// <returns>The whole decision.</returns>
    public UploadDecision WithConsequences(Student before, ProofingStart start) =>
        Student is { } after && AcceptanceConsequences.Of(before, after, start, At) is { IsNothing: false } change
            ? this with { Student = change.Student, Consequences = change.History }
            : this;
}
