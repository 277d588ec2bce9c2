using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Retention;

namespace PhotoFunctions.Functions.Storage.Retention;

/// <summary>The record of an erasure as a table row and back.</summary>
internal static class ErasureEntityMapping
{
    private const int SchemaVersion = 1;

    public static TableEntity ToRow(Erasure erasure)
    {
        var row = new TableEntity(erasure.Cohort.Value, erasure.BeganAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture))
        {
            ["SchemaVersion"] = SchemaVersion,
            ["BeganAt"] = erasure.BeganAt,
            ["KeptUntil"] = erasure.KeptUntil.ToString("O", CultureInfo.InvariantCulture),
            ["Counts"] = JsonSerializer.Serialize(erasure.Counts.ToDictionary(count => count.Key.ToString(), count => count.Value)),
        };
        if (erasure.EndedAt is { } endedAt)
        {
            row["EndedAt"] = endedAt;
        }

        if (erasure.BackupsUntil is { } backupsUntil)
        {
            row["BackupsUntil"] = backupsUntil.ToString("O", CultureInfo.InvariantCulture);
        }

        return row;
    }

    public static Erasure ToErasure(TableEntity row) => new()
    {
        Cohort = CohortCode.Parse(row.PartitionKey).Value!,
        BeganAt = new DateTimeOffset(long.Parse(row.RowKey, CultureInfo.InvariantCulture), TimeSpan.Zero),
        EndedAt = row.GetDateTimeOffset("EndedAt"),
        KeptUntil = DateOnly.ParseExact(row.GetString("KeptUntil"), "O", CultureInfo.InvariantCulture),
        BackupsUntil = row.GetString("BackupsUntil") is { } backupsUntil
            ? DateOnly.ParseExact(backupsUntil, "O", CultureInfo.InvariantCulture)
            : null,
        Counts = JsonSerializer.Deserialize<Dictionary<string, int>>(row.GetString("Counts"))!
            .ToDictionary(count => Enum.Parse<PersonalData>(count.Key), count => count.Value),
    };
}
