using System.Collections.Concurrent;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.TestKit.Fakes;

/// <summary>Access keys in memory, never stale.</summary>
public sealed class InMemoryAccessKeyStore(FaultPlan faults) : IAccessKeyStore
{
    private readonly ConcurrentDictionary<string, AccessKey> _keys = new(StringComparer.Ordinal);

    public Task<AccessKey?> FindAsync(string id, CancellationToken cancellationToken) => faults.RunAsync(() => _keys.GetValueOrDefault(id));

    public Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellationToken) =>
        faults.RunAsync<IReadOnlyList<AccessKey>>(() => [.. _keys.Values]);

    public Task AddAsync(AccessKey key, CancellationToken cancellationToken) => faults.RunAsync(() =>
    {
        if (!_keys.TryAdd(key.Id, key))
        {
            throw new InvalidOperationException("There is a key with this id.");
        }
    });

    public Task<Result<AccessKey>> UpdateAsync(
        string id, Func<AccessKey, Result<AccessKey>> change, CancellationToken cancellationToken) => faults.RunAsync(() =>
        {
            if (!_keys.TryGetValue(id, out var standing))
            {
                return AccessFailures.KeyUnknown;
            }

            var changed = change(standing);
            _keys[id] = changed.Value ?? standing;
            return changed;
        });
}
