using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Storage.Access;

/// <summary>Access keys in their table. Every request asks for one, so what was found is remembered for half a minute.</summary>
internal sealed class TableAccessKeyStore(StorageAccount storage, TimeProvider time) : IAccessKeyStore
{
    // Each round means that another administrator changed the key in between.
    private const int MostRounds = 20;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    // What does not exist is not remembered: a new key works at once.
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, AccessKey Key)> _recent = new();

    public async Task<AccessKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_recent.TryGetValue(id, out var recent) && recent.Until > now)
        {
            return recent.Key;
        }

        if (await ReadAsync(id, cancellationToken) is not { } row)
        {
            return null;
        }

        var key = AccessKeyEntityMapping.ToKey(row);
        if (_recent.Count >= MostRemembered)
        {
            _recent.Clear();
        }

        _recent[id] = (now + Freshness, key);
        return key;
    }

    public async Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {AccessKeyEntityMapping.Partition}");
        return await storage.AccessKeys.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Select(AccessKeyEntityMapping.ToKey)
            .ToListAsync(cancellationToken);
    }

    public Task AddAsync(AccessKey key, CancellationToken cancellationToken) =>
        storage.AccessKeys.AddEntityAsync(AccessKeyEntityMapping.ToRow(key), cancellationToken);

    public async Task<Result<AccessKey>> UpdateAsync(
        string id, Func<AccessKey, Result<AccessKey>> change, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (await ReadAsync(id, cancellationToken) is not { } row)
            {
                return AccessFailures.KeyUnknown;
            }

            if (!change(AccessKeyEntityMapping.ToKey(row)).Succeeded(out var changed, out var failure))
            {
                return failure;
            }

            try
            {
                await storage.AccessKeys.UpdateEntityAsync(
                    AccessKeyEntityMapping.ToRow(changed), row.ETag, TableUpdateMode.Merge, cancellationToken);
                _recent.TryRemove(id, out _);
                return changed;
            }
            catch (RequestFailedException ex) when (ex.Status == 412)
            {
                // Another administrator was first: read again.
            }
        }

        throw new InvalidOperationException($"An access key changed {MostRounds} times while it was saved.");
    }

    // Credentials are asked for before any door opens. Ids that are none never reach the storage.
    private async Task<TableEntity?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!AccessKeyToken.IsId(id))
        {
            return null;
        }

        await storage.EnsureCreatedAsync(cancellationToken);
        var stored = await storage.AccessKeys.GetEntityIfExistsAsync<TableEntity>(
            AccessKeyEntityMapping.Partition, id, cancellationToken: cancellationToken);
        return stored.HasValue ? stored.Value : null;
    }
}
