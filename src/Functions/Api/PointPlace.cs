using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Api;

/// <summary>A teaching point, and the cohort that an address names with it.</summary>
internal sealed record PointPlace(Cohort Cohort, TeachingPoint Point);
