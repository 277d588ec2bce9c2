using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Review;

/// <summary>What a person's act does to a student; stored as one batch of student and history.</summary>
public sealed record ReviewDecision
{
    /// <summary>The student afterwards.</summary>
    public required Student Student { get; init; }

    /// <summary>The line for the student's history; null when the same act was recorded before, and there is nothing to store.</summary>
    public HistoryEntry? History { get; init; }

    /// <summary>A line for everything that an acceptance brings with it in the other tracks.</summary>
    public IReadOnlyList<HistoryEntry> Consequences { get; init; } = [];

    /// <summary>Adds what an acceptance brings with it in the other tracks.</summary>
    /// <param name="before">The student before the decision.</param>
    /// <param name="start">From when the cohort's proofing counts.</param>
    /// <returns>The whole decision.</returns>
    public ReviewDecision WithConsequences(Student before, ProofingStart start) =>
        History is { } line && AcceptanceConsequences.Of(before, Student, start, line.At) is { IsNothing: false } change
            ? this with { Student = change.Student, Consequences = change.History }
            : this;
}
