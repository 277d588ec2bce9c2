using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.TestKit;

/// <summary>What tests set up without asking what was there.</summary>
public static class CohortStoreExtensions
{
    public static Task SaveAsync(this ICohortStore cohorts, Cohort cohort, CancellationToken cancellationToken) =>
        new CohortEditing(cohorts).SaveAsync(cohort, _ => true, cancellationToken);

    public static Task SavePhotoRulesAsync(
        this ICohortStore cohorts, CohortCode cohort, PhotoSpecification rules, CancellationToken cancellationToken) =>
        new CohortEditing(cohorts).SavePhotoRulesAsync(cohort, rules, _ => true, cancellationToken);
}
