using Azure.Data.Tables;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>A request to the photo unit as a table row and back; what people wrote is encrypted anew with every write.</summary>
internal sealed class UnitRequestEntityMapping(DataKeys keys)
{
    private const int SchemaVersion = 1;

    public TableEntity ToRow(StudentKey student, UnitRequest request)
    {
        var key = keys.EncryptionKeys[0];
        var row = new TableEntity(TableKeys.Partition(student), TableKeys.Request(student.Number, request.Id))
        {
            ["SchemaVersion"] = SchemaVersion,
            ["KeyId"] = key.Name,
            ["StudentNumber"] = student.Number.Value,
            ["At"] = request.At,
            ["Kind"] = request.Kind.ToString(),
            ["Reason"] = request.Reason.ToString(),
            ["Status"] = request.Status.ToString(),
            ["StatusSince"] = request.StatusSince,
        };
        row["Person"] = FieldCipher.Encrypt(key, request.Person, AssociatedData(row, "Person"));
        row["Description"] = FieldCipher.Encrypt(key, request.Description, AssociatedData(row, "Description"));
        return row;
    }

    public UnitRequest ToRequest(TableEntity row)
    {
        var key = keys.EncryptionKey(row.GetString("KeyId"));
        return new UnitRequest
        {
            At = row.GetDateTimeOffset("At")!.Value,
            Kind = Enum.Parse<UnitRequestKind>(row.GetString("Kind")),
            Reason = Enum.Parse<UnitRequestReason>(row.GetString("Reason")),
            Description = FieldCipher.Decrypt(key, row.GetBinary("Description"), AssociatedData(row, "Description")),
            Person = FieldCipher.Decrypt(key, row.GetBinary("Person"), AssociatedData(row, "Person")),
            Status = Enum.Parse<UnitRequestStatus>(row.GetString("Status")),
            StatusSince = row.GetDateTimeOffset("StatusSince")!.Value,
        };
    }

    private static string AssociatedData(TableEntity row, string column) => SealedFields.AssociatedData(row.PartitionKey, row.RowKey, column);
}
