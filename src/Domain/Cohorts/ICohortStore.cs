using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>Where cohorts and their teaching points are kept.</summary>
public interface ICohortStore
{
    /// <summary>Reads a cohort's settings; they may be up to half a minute old.</summary>
    /// <param name="code">The cohort.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The cohort, or null when there is none.</returns>
    Task<Cohort?> FindAsync(CohortCode code, CancellationToken cancellationToken);

    /// <summary>Reads a teaching point; it may be up to half a minute old.</summary>
    /// <param name="cohort">Its cohort.</param>
    /// <param name="code">The teaching point.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The teaching point, or null when there is none.</returns>
    Task<TeachingPoint?> FindTeachingPointAsync(CohortCode cohort, TeachingPointCode code, CancellationToken cancellationToken);

    /// <summary>Reads all teaching points of a cohort, in the order of their codes.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The teaching points; none for an unknown cohort.</returns>
    Task<IReadOnlyList<TeachingPoint>> ListTeachingPointsAsync(CohortCode cohort, CancellationToken cancellationToken);

    /// <summary>Stores a cohort's name and window, new or changed; its rules for photos stay as they are.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task SaveAsync(Cohort cohort, CancellationToken cancellationToken);

    /// <summary>Stores the rules for photos of a cohort that is there.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="rules">Rules that were checked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when they are stored.</returns>
    Task SavePhotoRulesAsync(CohortCode cohort, PhotoSpecification rules, CancellationToken cancellationToken);

    /// <summary>Stores a teaching point, new or changed.</summary>
    /// <param name="teachingPoint">The teaching point.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task SaveAsync(TeachingPoint teachingPoint, CancellationToken cancellationToken);
}
