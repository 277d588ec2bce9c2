using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Students;

/// <summary>A note that a cohort's register was written to, made before the first write; so a crash leaves it, too.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Version">Tells this note from the one of a later change.</param>
/// <param name="At">When the last change began.</param>
public sealed record RegisterChange(CohortCode Cohort, string Version, DateTimeOffset At);
