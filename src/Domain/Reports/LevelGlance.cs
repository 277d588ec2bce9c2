namespace PhotoFunctions.Domain.Reports;

/// <summary>One 层次 of a cohort.</summary>
/// <param name="Level">As the roster writes it; empty when unknown.</param>
/// <param name="Counts">Where its students stand.</param>
public sealed record LevelGlance(string Level, StatusCounts Counts);
