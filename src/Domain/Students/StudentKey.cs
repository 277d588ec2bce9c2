using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Students;

/// <summary>Where a student is kept: a student belongs to one teaching point of one cohort.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="TeachingPoint">The teaching point.</param>
/// <param name="Number">The student number, unique within the cohort.</param>
public sealed record StudentKey(CohortCode Cohort, TeachingPointCode TeachingPoint, StudentNumber Number);
