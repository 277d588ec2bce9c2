using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Retention;

/// <summary>Everything that is kept about the people of a cohort, wherever it is kept, and the records of its erasure.</summary>
public interface IPersonalDataStore
{
    /// <summary>Whether anything is left of a cohort.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>True when something is.</returns>
    Task<bool> HasAnyAsync(CohortCode cohort, CancellationToken cancellationToken);

    /// <summary>Erases one kind of data of a cohort. Repeating it erases what is left.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="kind">What to erase.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How much was erased.</returns>
    Task<int> EraseAsync(CohortCode cohort, PersonalData kind, CancellationToken cancellationToken);

    /// <summary>The records of a cohort's erasures.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The records, oldest first.</returns>
    Task<IReadOnlyList<Erasure>> ListErasuresAsync(CohortCode cohort, CancellationToken cancellationToken);

    /// <summary>Stores a record, new or changed.</summary>
    /// <param name="erasure">The record.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task SaveAsync(Erasure erasure, CancellationToken cancellationToken);

    /// <summary>Erases what belongs to no cohort and is old: uploads to unknown places, and the host's notes on deliveries.</summary>
    /// <param name="before">The instant before which it was recorded.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How much was erased.</returns>
    Task<int> EraseUnplacedAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
