using System.Globalization;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>The table keys, in one place. '~' stands in no code, so that prefixes cannot run into each other.</summary>
internal static class TableKeys
{
    /// <summary>The partition of uploads whose path names no known teaching point.</summary>
    public const string NoPlace = "-~-";

    private const string NoCohort = "-";

    public static string Partition(StudentKey key) => Partition(key.Cohort, key.TeachingPoint);

    public static string Partition(CohortCode cohort, TeachingPointCode point) => $"{cohort}~{point}";

    /// <summary>The partition of the index with a note for each cohort whose register was written to.</summary>
    public const string Changed = "changed";

    /// <summary>The row that a student leaves behind at a teaching point: no list of students finds it.</summary>
    public static string Tombstone(StudentNumber number) => $"t~{number}";

    /// <summary>The row of a removed student, whole until retention erases it: no list of students finds it.</summary>
    public static string Removed(StudentNumber number) => $"r~{number}";

    public static string Student(StudentNumber number) => $"s~{number}";

    public static string History(StudentNumber number, DateTimeOffset at, string discriminator) =>
        string.Create(CultureInfo.InvariantCulture, $"h~{number}~{at.UtcTicks:D19}~{discriminator}");

    public static string Request(StudentNumber number, string id) => $"e~{number}~{id}";

    public static string Ledger(StudentNumber number, DataKeys keys, UploadVersion version) => $"u~{number}~{Upload(keys, version)}";

    // Newest first: the inverted time sorts that way.
    public static string Unmatched(DataKeys keys, UploadVersion version) => string.Create(
        CultureInfo.InvariantCulture, $"q~{DateTimeOffset.MaxValue.UtcTicks - version.LastModified.UtcTicks:D19}~{Upload(keys, version)}");

    /// <summary>The name of an upload version where its own name may not stand.</summary>
    public static string Upload(DataKeys keys, UploadVersion version) => keys.Hash($"upload\n{version.BlobName}\n{version.ETag}");

    /// <summary>The blob of an upload version put apart: below the cohort that its path names, so that it is erased with it.</summary>
    public static string Quarantined(DataKeys keys, UploadVersion version) =>
        $"{UploadPath.Parse(version.BlobName).Cohort?.Value ?? NoCohort}/{Upload(keys, version)}";

    public static string IdHash(DataKeys keys, NationalId id) => keys.Hash($"id\n{id.Value}");

    public static (string Partition, string Row) IdClaim(string idHash, CohortCode cohort) => ($"id~{idHash[..2]}", $"{idHash}~{cohort}");

    public static (string Partition, string Row) NumberClaim(StudentNumber number, CohortCode cohort)
    {
        var tail = number.Value.Length <= 2 ? number.Value : number.Value[^2..];
        return ($"no~{tail}", $"{number}~{cohort}");
    }

    /// <summary>The filter for the rows of a partition from the first to the last of some; others may lie between them.</summary>
    public static string Range(string partition, IReadOnlyCollection<string> rows)
    {
        var (first, last) = (rows.Min(StringComparer.Ordinal), rows.Max(StringComparer.Ordinal));
        return Azure.Data.Tables.TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
    }

    /// <summary>The filter for all rows of a kind ("s", "u", …) in a partition.</summary>
    public static string Rows(string partition, string kind) => Azure.Data.Tables.TableClient.CreateQueryFilter(
        $"PartitionKey eq {partition} and RowKey ge {kind + "~"} and RowKey lt {kind + "~~"}");

    /// <summary>The filter for all rows of a kind in all partitions of a cohort.</summary>
    public static string RowsOfCohort(CohortCode cohort, string kind) => Azure.Data.Tables.TableClient.CreateQueryFilter(
        $"PartitionKey ge {cohort + "~"} and PartitionKey lt {cohort + "~~"} and RowKey ge {kind + "~"} and RowKey lt {kind + "~~"}");
}
