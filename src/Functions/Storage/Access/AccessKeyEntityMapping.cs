using Azure.Data.Tables;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Storage.Access;

/// <summary>An access key as a table row and back. A merge keeps what is not written, so nothing is ever unset.</summary>
internal static class AccessKeyEntityMapping
{
    public const string Partition = "key";
    private const int SchemaVersion = 1;

    public static TableEntity ToRow(AccessKey key)
    {
        var row = new TableEntity(Partition, key.Id)
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Holder"] = key.Holder,
            ["Role"] = key.Role.ToString(),
            ["TeachingPoint"] = key.TeachingPoint?.Value ?? "",
            ["SecretHash"] = key.SecretHash.ToArray(),
            ["CreatedAt"] = key.CreatedAt,
            ["ExpiresAt"] = key.ExpiresAt,
            ["ReplacedBy"] = key.ReplacedBy ?? "",
        };
        if (key.RevokedAt is { } revokedAt)
        {
            row["RevokedAt"] = revokedAt;
        }

        return row;
    }

    public static AccessKey ToKey(TableEntity row) => new()
    {
        Id = row.RowKey,
        Holder = row.GetString("Holder"),
        Role = Enum.Parse<AccessRole>(row.GetString("Role")),
        TeachingPoint = TeachingPointCode.Parse(row.GetString("TeachingPoint")).Value,
        SecretHash = row.GetBinary("SecretHash"),
        CreatedAt = row.GetDateTimeOffset("CreatedAt")!.Value,
        ExpiresAt = row.GetDateTimeOffset("ExpiresAt")!.Value,
        RevokedAt = row.GetDateTimeOffset("RevokedAt"),
        ReplacedBy = row.GetString("ReplacedBy") is { Length: > 0 } id ? id : null,
    };
}
