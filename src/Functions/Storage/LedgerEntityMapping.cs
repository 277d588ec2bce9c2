using System.Text.Json;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Ledger and quarantine lines as table rows and back.</summary>
internal static class LedgerEntityMapping
{
    private const int SchemaVersion = 1;

    public static TableEntity ToLedgerRow(StudentKey key, DataKeys keys, UploadVersion version, UploadDecision decision) =>
        ToRow(TableKeys.Partition(key), TableKeys.Ledger(key.Number, keys, version), new LedgerEntry
        {
            ETag = version.ETag,
            UploadedAt = version.LastModified,
            DecidedAt = decision.At,
            MaskedFileName = UploadPath.Parse(version.BlobName).MaskedFileName,
            StudentNumber = key.Number.Value,
            Outcome = decision.Outcome,
            Findings = decision.Findings,
        });

    public static TableEntity ToUnmatchedRow(DataKeys keys, UnmatchedUpload upload)
    {
        var partition = upload.Place is { } place ? TableKeys.Partition(place.Cohort, place.Code) : TableKeys.NoPlace;
        var row = ToRow(partition, TableKeys.Unmatched(keys, upload.Version), new LedgerEntry
        {
            ETag = upload.Version.ETag,
            UploadedAt = upload.Version.LastModified,
            DecidedAt = upload.At,
            MaskedFileName = upload.MaskedFileName,
            Outcome = UploadOutcome.Quarantined,
            Findings = [upload.Reason],
        });
        row["IdHash"] = upload.NationalId is { } id ? TableKeys.IdHash(keys, id) : "";
        row["QuarantineName"] = TableKeys.Quarantined(keys, upload.Version);
        row["Reason"] = upload.Reason.Code;
        row["KeyId"] = keys.EncryptionKeys[0].Name;
        row["BlobName"] = FieldCipher.Encrypt(keys.EncryptionKeys[0], upload.Version.BlobName, NameIn(row));
        return row;
    }

    /// <summary>The upload version of a quarantine line; the name, which holds an ID number, is encrypted there.</summary>
    public static UploadVersion ToVersion(DataKeys keys, TableEntity row) => new(
        FieldCipher.Decrypt(keys.EncryptionKey(row.GetString("KeyId")), row.GetBinary("BlobName"), NameIn(row)),
        row.GetString("UploadETag"),
        row.GetDateTimeOffset("UploadedAt")!.Value);

    public static LedgerEntry ToEntry(TableEntity row) => new()
    {
        ETag = row.GetString("UploadETag"),
        UploadedAt = row.GetDateTimeOffset("UploadedAt")!.Value,
        DecidedAt = row.GetDateTimeOffset("DecidedAt")!.Value,
        MaskedFileName = row.GetString("FileName"),
        StudentNumber = row.GetString("StudentNumber") is { Length: > 0 } number ? number : null,
        Outcome = Enum.Parse<UploadOutcome>(row.GetString("Outcome")),
        Findings = JsonSerializer.Deserialize<Failure[]>(row.GetString("Findings"))!,
    };

    private static string NameIn(TableEntity row) => SealedFields.AssociatedData(row.PartitionKey, row.RowKey, "BlobName");

    private static TableEntity ToRow(string partition, string rowKey, LedgerEntry entry) => new(partition, rowKey)
    {
        ["SchemaVersion"] = SchemaVersion,
        ["UploadETag"] = entry.ETag,
        ["UploadedAt"] = entry.UploadedAt,
        ["DecidedAt"] = entry.DecidedAt,
        ["FileName"] = entry.MaskedFileName,
        ["StudentNumber"] = entry.StudentNumber ?? "",
        ["Outcome"] = entry.Outcome.ToString(),
        ["Findings"] = JsonSerializer.Serialize(entry.Findings),
    };
}
