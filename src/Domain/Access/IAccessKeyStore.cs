using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Access;

/// <summary>Where access keys are kept.</summary>
public interface IAccessKeyStore
{
    /// <summary>Finds a key by its id; what was found may be up to half a minute old.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>The key, or null.</returns>
    Task<AccessKey?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Lists all keys, revoked and expired ones too.</summary>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The keys, in no order.</returns>
    Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a new key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>A task that ends when it is kept.</returns>
    Task AddAsync(AccessKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Changes a key; when somebody else changed it meanwhile, it is read and decided again. Failures: <c>access-key-unknown</c>, and
    /// those of the change.
    /// </summary>
    /// <param name="id">The id.</param>
    /// <param name="change">Decides for the key as it stands; may be called several times.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The key afterwards, or the failure.</returns>
    Task<Result<AccessKey>> UpdateAsync(string id, Func<AccessKey, Result<AccessKey>> change, CancellationToken cancellationToken);
}
