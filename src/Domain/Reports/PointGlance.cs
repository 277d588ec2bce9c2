using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Reports;

/// <summary>One teaching point of a cohort.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Counts">Where its students stand.</param>
/// <param name="Waiting">What waits for a person there.</param>
public sealed record PointGlance(TeachingPointCode Code, string Name, StatusCounts Counts, WaitingCounts Waiting);
