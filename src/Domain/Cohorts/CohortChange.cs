namespace PhotoFunctions.Domain.Cohorts;

/// <summary>What an administrator's change would make of a cohort.</summary>
/// <param name="Before">The cohort as stored; null when it is new.</param>
/// <param name="After">The cohort as it would be stored.</param>
public sealed record CohortChange(Cohort? Before, Cohort After);
