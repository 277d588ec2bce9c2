using Azure.Data.Tables;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// A line of history as a table row and back. What a person wrote is encrypted; only a rotation of keys writes a line again.
/// </summary>
internal sealed class HistoryEntityMapping(DataKeys keys)
{
    private const int SchemaVersion = 1;

    public TableEntity ToRow(StudentKey student, HistoryEntry entry, string discriminator)
    {
        var row = new TableEntity(TableKeys.Partition(student), TableKeys.History(student.Number, entry.At, discriminator))
        {
            ["SchemaVersion"] = SchemaVersion,
            ["At"] = entry.At,
            ["Event"] = entry.Event,
            ["From"] = entry.From ?? "",
            ["To"] = entry.To ?? "",
            ["By"] = entry.By,
            ["Details"] = entry.Details,
        };
        if (entry.Sha256 is { } sha256)
        {
            row["Sha256"] = sha256;
        }

        if (entry.Person is { } person)
        {
            var key = keys.EncryptionKeys[0];
            row["KeyId"] = key.Name;
            row["Person"] = FieldCipher.Encrypt(key, person, AssociatedData(row, "Person"));
            row["Reason"] = FieldCipher.Encrypt(key, entry.Reason ?? "", AssociatedData(row, "Reason"));
        }

        return row;
    }

    public HistoryEntry ToEntry(TableEntity row)
    {
        var key = row.GetString("KeyId") is { } name ? keys.EncryptionKey(name) : null;
        return new HistoryEntry
        {
            At = row.GetDateTimeOffset("At")!.Value,
            Event = row.GetString("Event"),
            From = NullIfEmpty(row.GetString("From")),
            To = NullIfEmpty(row.GetString("To")),
            By = row.GetString("By"),
            Details = row.GetString("Details"),
            Sha256 = row.GetString("Sha256"),
            Person = Open("Person"),
            Reason = NullIfEmpty(Open("Reason")),
        };

        string? Open(string column) => key is null ? null : FieldCipher.Decrypt(key, row.GetBinary(column), AssociatedData(row, column));
    }

    private static string AssociatedData(TableEntity row, string column) => SealedFields.AssociatedData(row.PartitionKey, row.RowKey, column);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
