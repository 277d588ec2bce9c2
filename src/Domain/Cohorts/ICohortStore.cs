using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>Where cohorts and their teaching points are kept.</summary>
public interface ICohortStore
{
    /// <summary>Reads a cohort's settings; they may be up to half a minute old.</summary>
    /// <param name="code">The cohort.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The cohort, or null when there is none.</returns>
    Task<Cohort?> FindAsync(CohortCode code, CancellationToken cancellationToken);

    /// <summary>Reads a cohort's settings as they are stored now.</summary>
    /// <param name="code">The cohort.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The cohort, or null when there is none.</returns>
    Task<Cohort?> ReadAsync(CohortCode code, CancellationToken cancellationToken);

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

    /// <summary>As <see cref="ListTeachingPointsAsync"/>, but they may be up to half a minute old: for what people look at.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The teaching points; none for an unknown cohort.</returns>
    Task<IReadOnlyList<TeachingPoint>> FindTeachingPointsAsync(CohortCode cohort, CancellationToken cancellationToken);

    /// <summary>Reads all cohorts as they are stored now, in the order of their codes.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The cohorts.</returns>
    Task<IReadOnlyList<Cohort>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Changes a cohort's settings, or makes a new cohort, as one step: when somebody else changed them meanwhile, they are read and
    /// changed again. What is stored carries the next version; a change that changes nothing is not stored.
    /// </summary>
    /// <param name="code">The cohort.</param>
    /// <param name="change">Makes the new settings of the stored ones, null for a new cohort; may be called several times.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The cohort as stored, or the failure of the change.</returns>
    Task<Result<Cohort>> UpdateAsync(CohortCode code, Func<Cohort?, Result<Cohort>> change, CancellationToken cancellationToken);

    /// <summary>Stores a teaching point, new or changed.</summary>
    /// <param name="teachingPoint">The teaching point.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task SaveAsync(TeachingPoint teachingPoint, CancellationToken cancellationToken);
}
