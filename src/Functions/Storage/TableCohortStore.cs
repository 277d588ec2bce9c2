using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Cohorts and teaching points. What was found is remembered for half a minute: every photo asks for both.</summary>
internal sealed class TableCohortStore(StorageAccount storage, TimeProvider time) : ICohortStore
{
    private const string CohortPartition = "cohort";
    private const string PhotoRulesColumn = "PhotoRules";
    private const int SchemaVersion = 1;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    // Only what exists is remembered, so that a new cohort is known at once.
    private readonly ConcurrentDictionary<(string Table, string Partition, string Row), (DateTimeOffset Until, TableEntity Row)> _recent
        = new();

    public async Task<Cohort?> FindAsync(CohortCode code, CancellationToken cancellationToken) =>
        await ReadAsync(storage.Cohorts, CohortPartition, code.Value, cancellationToken) is { } row ? ToCohort(code, row) : null;

    public async Task<TeachingPoint?> FindTeachingPointAsync(
        CohortCode cohort, TeachingPointCode code, CancellationToken cancellationToken) =>
        await ReadAsync(storage.TeachingPoints, cohort.Value, code.Value, cancellationToken) is { } row
            ? ToTeachingPoint(cohort, row)
            : null;

    public async Task<IReadOnlyList<TeachingPoint>> ListTeachingPointsAsync(CohortCode cohort, CancellationToken cancellationToken)
    {
        var points = new List<TeachingPoint>();
        await foreach (var row in storage.TeachingPoints.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {cohort.Value}"), cancellationToken: cancellationToken))
        {
            points.Add(ToTeachingPoint(cohort, row));
        }

        return points;
    }

    public Task SaveAsync(Cohort cohort, CancellationToken cancellationToken) => WriteAsync(
        storage.Cohorts,
        new TableEntity(CohortPartition, cohort.Code.Value)
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Settings"] = JsonSerializer.Serialize(new Settings(cohort.Name, cohort.CollectionOpensOn, cohort.CollectionClosesOn)),
        },
        cancellationToken);

    public Task SavePhotoRulesAsync(CohortCode cohort, PhotoSpecification rules, CancellationToken cancellationToken) => WriteAsync(
        storage.Cohorts,
        new TableEntity(CohortPartition, cohort.Value)
        {
            ["SchemaVersion"] = SchemaVersion,
            [PhotoRulesColumn] = JsonSerializer.Serialize(rules),
        },
        cancellationToken);

    public Task SaveAsync(TeachingPoint teachingPoint, CancellationToken cancellationToken) => WriteAsync(
        storage.TeachingPoints,
        new TableEntity(teachingPoint.Cohort.Value, teachingPoint.Code.Value)
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Name"] = teachingPoint.Name,
        },
        cancellationToken);

    private static Cohort ToCohort(CohortCode code, TableEntity row)
    {
        var settings = JsonSerializer.Deserialize<Settings>(row.GetString("Settings"))!;
        return new Cohort
        {
            Code = code,
            Name = settings.Name,
            CollectionOpensOn = settings.CollectionOpensOn,
            CollectionClosesOn = settings.CollectionClosesOn,
            Photos = row.GetString(PhotoRulesColumn) is { } rules ? ToRules(code, rules) : PhotoSpecification.Default,
        };
    }

    // They were checked before they were stored, so this is no answer for a teaching point: an administrator has to know.
    private static PhotoSpecification ToRules(CohortCode code, string json) =>
        JsonSerializer.Deserialize<PhotoSpecification>(json)!.Checked().Succeeded(out var sound, out var failure)
            ? sound
            : throw new InvalidDataException($"The photo specification of cohort {code} cannot be used: {failure.Message.English}");

    private static TeachingPoint ToTeachingPoint(CohortCode cohort, TableEntity row) => new()
    {
        Cohort = cohort,
        Code = TeachingPointCode.Parse(row.RowKey).Value!,
        Name = row.GetString("Name"),
    };

    private async Task WriteAsync(TableClient table, TableEntity row, CancellationToken cancellationToken)
    {
        await table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellationToken);
        _recent.TryRemove((table.Name, row.PartitionKey, row.RowKey), out _);
    }

    private async Task<TableEntity?> ReadAsync(TableClient table, string partition, string row, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_recent.TryGetValue((table.Name, partition, row), out var recent) && recent.Until > now)
        {
            return recent.Row;
        }

        var stored = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        if (!stored.HasValue)
        {
            return null;
        }

        _recent[(table.Name, partition, row)] = (now + Freshness, stored.Value!);
        return stored.Value;
    }

    private sealed record Settings(string Name, DateOnly CollectionOpensOn, DateOnly CollectionClosesOn);
}
