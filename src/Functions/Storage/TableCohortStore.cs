using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Cohorts and teaching points. What was found is remembered for half a minute: every photo asks for both.</summary>
internal sealed class TableCohortStore(StorageAccount storage, TimeProvider time) : ICohortStore
{
    // Each round means that another administrator saved in between.
    private const int MostRounds = 20;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    // Only what exists is remembered, so that a new cohort is known at once.
    private readonly ConcurrentDictionary<(string Table, string Partition, string Row), (DateTimeOffset Until, TableEntity Row)> _recent
        = new();

    private readonly ConcurrentDictionary<CohortCode, (DateTimeOffset Until, IReadOnlyList<TeachingPoint> Points)> _recentPoints = new();

    public async Task<Cohort?> FindAsync(CohortCode code, CancellationToken cancellationToken) =>
        await FindAsync(storage.Cohorts, CohortEntityMapping.CohortPartition, code.Value, cancellationToken) is { } row
            ? CohortEntityMapping.ToCohort(row)
            : null;

    public async Task<Cohort?> ReadAsync(CohortCode code, CancellationToken cancellationToken) =>
        await ReadAsync(storage.Cohorts, CohortEntityMapping.CohortPartition, code.Value, cancellationToken) is { } row
            ? CohortEntityMapping.ToCohort(row)
            : null;

    public async Task<TeachingPoint?> FindTeachingPointAsync(
        CohortCode cohort, TeachingPointCode code, CancellationToken cancellationToken) =>
        await FindAsync(storage.TeachingPoints, cohort.Value, code.Value, cancellationToken) is { } row
            ? CohortEntityMapping.ToTeachingPoint(row)
            : null;

    public Task<IReadOnlyList<TeachingPoint>> ListTeachingPointsAsync(CohortCode cohort, CancellationToken cancellationToken) =>
        ListAsync(storage.TeachingPoints, cohort.Value, CohortEntityMapping.ToTeachingPoint, cancellationToken);

    public async Task<IReadOnlyList<TeachingPoint>> FindTeachingPointsAsync(CohortCode cohort, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_recentPoints.TryGetValue(cohort, out var recent) && recent.Until > now)
        {
            return recent.Points;
        }

        var points = await ListTeachingPointsAsync(cohort, cancellationToken);
        if (points.Count > 0)
        {
            _recentPoints[cohort] = (now + Freshness, points);
        }

        return points;
    }

    public Task<IReadOnlyList<Cohort>> ListAsync(CancellationToken cancellationToken) =>
        ListAsync(storage.Cohorts, CohortEntityMapping.CohortPartition, CohortEntityMapping.ToCohort, cancellationToken);

    public async Task<Result<Cohort>> UpdateAsync(
        CohortCode code, Func<Cohort?, Result<Cohort>> change, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var stored = await ReadAsync(storage.Cohorts, CohortEntityMapping.CohortPartition, code.Value, cancellationToken);
            var standing = stored is null ? null : CohortEntityMapping.ToCohort(stored);
            if (!change(standing).Succeeded(out var changed, out var failure))
            {
                return failure;
            }

            if (standing is not null && CohortEntityMapping.AreSame(standing, changed))
            {
                return standing;
            }

            changed = changed with { Version = (standing?.Version ?? 0) + 1 };
            try
            {
                await WriteAsync(CohortEntityMapping.ToRow(changed), stored?.ETag, cancellationToken);
                return changed;
            }
            catch (RequestFailedException ex) when (ex.Status is 409 or 412)
            {
                // Another administrator was first, or this very write got through and only its answer was lost: read again.
            }
        }

        throw new InvalidOperationException($"The settings of a cohort changed {MostRounds} times while they were saved.");
    }

    public async Task SaveAsync(TeachingPoint teachingPoint, CancellationToken cancellationToken)
    {
        var row = CohortEntityMapping.ToRow(teachingPoint);
        await storage.TeachingPoints.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellationToken);
        _recent.TryRemove((storage.TeachingPoints.Name, row.PartitionKey, row.RowKey), out _);
        _recentPoints.TryRemove(teachingPoint.Cohort, out _);
    }

    private static async Task<IReadOnlyList<T>> ListAsync<T>(
        TableClient table, string partition, Func<TableEntity, T> read, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            items.Add(read(row));
        }

        return items;
    }

    private static async Task<TableEntity?> ReadAsync(TableClient table, string partition, string row, CancellationToken cancellationToken)
    {
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        return stored.HasValue ? stored.Value : null;
    }

    private async Task WriteAsync(TableEntity row, ETag? standing, CancellationToken cancellationToken)
    {
        if (standing is { } eTag)
        {
            await storage.Cohorts.UpdateEntityAsync(row, eTag, TableUpdateMode.Merge, cancellationToken);
        }
        else
        {
            await storage.Cohorts.AddEntityAsync(row, cancellationToken);
        }

        _recent.TryRemove((storage.Cohorts.Name, row.PartitionKey, row.RowKey), out _);
    }

    private async Task<TableEntity?> FindAsync(TableClient table, string partition, string row, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_recent.TryGetValue((table.Name, partition, row), out var recent) && recent.Until > now)
        {
            return recent.Row;
        }

        if (await ReadAsync(table, partition, row, cancellationToken) is not { } stored)
        {
            return null;
        }

        _recent[(table.Name, partition, row)] = (now + Freshness, stored);
        return stored;
    }
}
