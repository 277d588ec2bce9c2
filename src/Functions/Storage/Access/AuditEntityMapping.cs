using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Access;

/// <summary>A line of the audit trail as a table row and back: a partition a day (UTC+8), in the order of time.</summary>
internal sealed class AuditEntityMapping(DataKeys keys)
{
    private const int SchemaVersion = 1;
    private const int RandomBytes = 8;
    private const string DayFormat = "yyyyMMdd";

    public static string Partition(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static DateOnly DayOf(string partition) => DateOnly.ParseExact(partition, DayFormat, CultureInfo.InvariantCulture);

    public TableEntity ToRow(AuditEntry entry)
    {
        var key = keys.EncryptionKeys[0];
        var random = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
        var row = new TableEntity(
            Partition(ChinaTime.DateAt(entry.At)), string.Create(CultureInfo.InvariantCulture, $"{entry.At.UtcTicks:D19}~{random}"))
        {
            ["SchemaVersion"] = SchemaVersion,
            ["KeyId"] = key.Name,
            ["At"] = entry.At,
            ["Credential"] = entry.Credential,
            ["Role"] = entry.Role?.ToString() ?? "",
            ["Action"] = entry.Action.ToString(),
            ["Cohort"] = entry.Cohort?.Value ?? "",
            ["TeachingPoint"] = entry.TeachingPoint?.Value ?? "",
            ["Student"] = entry.Student?.Value ?? "",
            ["Details"] = entry.Details,
        };
        row["Person"] = FieldCipher.Encrypt(key, entry.Person ?? "", AssociatedData(row, "Person"));
        row["Reason"] = FieldCipher.Encrypt(key, entry.Reason ?? "", AssociatedData(row, "Reason"));
        return row;
    }

    public AuditEntry ToEntry(TableEntity row)
    {
        var key = keys.EncryptionKey(row.GetString("KeyId"));
        return new AuditEntry
        {
            At = row.GetDateTimeOffset("At")!.Value,
            Credential = row.GetString("Credential"),
            Role = row.GetString("Role") is { Length: > 0 } role ? Enum.Parse<AccessRole>(role) : null,
            Action = Enum.Parse<AuditAction>(row.GetString("Action")),
            Cohort = CohortCode.Parse(row.GetString("Cohort")).Value,
            TeachingPoint = TeachingPointCode.Parse(row.GetString("TeachingPoint")).Value,
            Student = StudentNumber.Parse(row.GetString("Student")).Value,
            Details = row.GetString("Details"),
            Person = Opened("Person"),
            Reason = Opened("Reason"),
        };

        string? Opened(string column) =>
            FieldCipher.Decrypt(key, row.GetBinary(column), AssociatedData(row, column)) is { Length: > 0 } text ? text : null;
    }

    private static string AssociatedData(TableEntity row, string column) => SealedFields.AssociatedData(row.PartitionKey, row.RowKey, column);
}
