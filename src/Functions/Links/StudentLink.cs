using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Links;

/// <summary>What a link says: whose it is, and what it is for.</summary>
public sealed record StudentLink
{
    public required LinkPurpose Purpose { get; init; }

    /// <summary>Where the student was when the link was made; a student who has moved since is found by the number.</summary>
    public required StudentKey Student { get; init; }

    /// <summary>Since when the proofing stood as it did when the question was asked; null while it had never moved.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The last day (UTC+8) on which the link is good.</summary>
    public required DateOnly GoodUntil { get; init; }
}
