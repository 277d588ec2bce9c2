namespace PhotoFunctions.Domain.Cohorts;

/// <summary>The window of a level, of a teaching point, or of a level at a teaching point; it stands in place of the cohort's.</summary>
public sealed record SpecialWindow
{
    /// <summary>层次, as the roster writes it; null for every level.</summary>
    public string? Level { get; init; }

    /// <summary>The teaching point; null for every one.</summary>
    public TeachingPointCode? TeachingPoint { get; init; }

    /// <summary>The days.</summary>
    public required CollectionWindow Window { get; init; }
}
