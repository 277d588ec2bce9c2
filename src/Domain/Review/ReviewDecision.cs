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
}
