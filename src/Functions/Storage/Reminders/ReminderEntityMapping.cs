using System.Buffers.Text;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Reminders;

/// <summary>A line of the ledger of mails as a table row and back.</summary>
internal static class ReminderEntityMapping
{
    public const string KindColumn = "Kind";
    public const string DayColumn = "OccasionOn";
    public const string StatusColumn = "Status";
    public const string StudentColumn = "StudentNumber";
    public const string SinceColumn = "Since";

    // Longer than any key of ours, shorter than what the service takes for one.
    private const int LongestId = 400;

    private const int SchemaVersion = 1;

    // Stands in no code: the place of what is about all teaching points, or goes to no student. "{cohort}~." lies among the cohort's
    // partitions, between "{cohort}~" and "{cohort}~~".
    private const string Nobody = ".";

    private static readonly FrozenDictionary<ReminderKind, string> Names = Enum.GetValues<ReminderKind>()
        .ToFrozenDictionary(kind => kind, kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    private static readonly FrozenDictionary<string, ReminderKind> Kinds = Names.ToFrozenDictionary(name => name.Value, name => name.Key);

    // A merge keeps what is not written, and a column keeps its type.
    private static readonly DateTimeOffset NoLease = DateTimeOffset.UnixEpoch;

    public static string Partition(CohortCode cohort, TeachingPointCode? point) => $"{cohort}~{point?.Value ?? Nobody}";

    public static string RowKey(ReminderKey key) => $"{Names[key.Kind]}~{key.Occasion}~{key.Student?.Value ?? Nobody}";

    /// <summary>The condition for the rows of a kind.</summary>
    public static string RowsOf(ReminderKind kind) => $"RowKey ge '{Names[kind]}~' and RowKey lt '{Names[kind]}~~'";

    /// <summary>A line's name in addresses, within its cohort.</summary>
    public static string IdOf(ReminderKey key) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{key.TeachingPoint?.Value ?? Nobody}~{RowKey(key)}"));

    /// <summary>Reads what <see cref="IdOf"/> wrote; null for another text.</summary>
    public static ReminderKey? KeyOf(CohortCode cohort, string id)
    {
        if (id.Length > LongestId || !Base64Url.IsValid(id))
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(id)).Split('~', 2);
        return parts.Length == 2 ? KeyOf($"{cohort}~{parts[0]}", parts[1]) : null;
    }

    public static TableEntity ToRow(ReminderEntry entry) => new(Partition(entry.Key.Cohort, entry.Key.TeachingPoint), RowKey(entry.Key))
    {
        ["SchemaVersion"] = SchemaVersion,
        [KindColumn] = entry.Key.Kind.ToString(),
        [DayColumn] = Occasion.DayText(entry.Key.Occasion.On),
        [StudentColumn] = entry.Key.Student?.Value ?? "",
        [StatusColumn] = entry.Status.ToString(),
        ["DueOn"] = entry.DueOn.ToString("O", CultureInfo.InvariantCulture),
        ["PlannedAt"] = entry.PlannedAt,
        [SinceColumn] = entry.Since,
        ["LeaseUntil"] = entry.LeaseUntil ?? NoLease,
        ["Provider"] = entry.Provider ?? "",
        ["OperationId"] = entry.OperationId ?? "",
        ["Code"] = entry.Code ?? "",
    };

    public static ReminderEntry ToEntry(TableEntity row) => new()
    {
        Key = KeyOf(row.PartitionKey, row.RowKey)
            ?? throw new InvalidDataException("Expected a cohort, a teaching point, a kind, an occasion and a student in a line's key."),
        Status = Enum.Parse<ReminderStatus>(row.GetString(StatusColumn)),
        DueOn = DateOnly.ParseExact(row.GetString("DueOn"), "O", CultureInfo.InvariantCulture),
        PlannedAt = row.GetDateTimeOffset("PlannedAt")!.Value,
        Since = row.GetDateTimeOffset(SinceColumn)!.Value,
        LeaseUntil = row.GetDateTimeOffset("LeaseUntil") is { } until && until != NoLease ? until : null,
        Provider = Text(row, "Provider"),
        OperationId = Text(row, "OperationId"),
        Code = Text(row, "Code"),
        Version = row.ETag.ToString("G"),
    };

    /// <summary>Reads what the key of a row says; null for what is no such key.</summary>
    public static ReminderKey? KeyOf(string partition, string rowKey)
    {
        var (place, row) = (partition.Split('~'), rowKey.Split('~'));
        if (place.Length != 2
            || row.Length != 3
            || !CohortCode.Parse(place[0]).Succeeded(out var cohort, out _)
            || !Kinds.TryGetValue(row[0], out var kind)
            || Occasion.TryParse(row[1]) is not { } occasion
            || occasion.Mark?.All(char.IsAsciiLetterOrDigit) == false)
        {
            return null;
        }

        return IsKnown(place[1], TeachingPointCode.Parse, out var point) && IsKnown(row[2], StudentNumber.Parse, out var student)
            ? new ReminderKey(cohort, point, kind, occasion, student)
            : null;
    }

    private static bool IsKnown<T>(string text, Func<string, Result<T>> parse, out T? value)
        where T : class
    {
        value = text == Nobody ? null : parse(text).Value;
        return text == Nobody || value is not null;
    }

    private static string? Text(TableEntity row, string column) => row.GetString(column) is { Length: > 0 } text ? text : null;
}
