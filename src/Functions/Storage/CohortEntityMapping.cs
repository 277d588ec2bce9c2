using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// Cohorts and teaching points as table rows and back. A cohort's settings are one JSON text: a setting that an older row does not have
/// takes its default.
/// </summary>
internal static class CohortEntityMapping
{
    public const string CohortPartition = "cohort";
    private const string SettingsColumn = "Settings";
    private const int CohortSchema = 2;
    private const int TeachingPointSchema = 2;

    // Chinese as it is: escaped, it would be six times as long in a column of 32,000 characters.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(),
            new ParsedTextConverter<CohortCode>(CohortCode.Parse),
            new ParsedTextConverter<TeachingPointCode>(TeachingPointCode.Parse),
            new ParsedTextConverter<FileNameTemplate>(FileNameTemplate.Parse),
        },
    };

    public static TableEntity ToRow(Cohort cohort) => new(CohortPartition, cohort.Code.Value)
    {
        ["SchemaVersion"] = CohortSchema,
        [SettingsColumn] = JsonSerializer.Serialize(cohort, Json),
    };

    public static Cohort ToCohort(TableEntity row)
    {
        if (row.GetInt32("SchemaVersion") > CohortSchema)
        {
            throw new InvalidDataException($"The settings of cohort {row.RowKey} were stored by a newer version of this app.");
        }

        // The first schema kept the code out of the text, and the rules for photos in a column of their own.
        var settings = JsonNode.Parse(row.GetString(SettingsColumn))!.AsObject();
        settings[nameof(Cohort.Code)] = row.RowKey;
        if (!settings.ContainsKey(nameof(Cohort.Photos)) && row.GetString("PhotoRules") is { } rules)
        {
            settings[nameof(Cohort.Photos)] = JsonNode.Parse(rules);
        }

        // They were checked before they were stored, so this is no answer for a teaching point: an administrator has to know.
        return settings.Deserialize<Cohort>(Json)!.Checked().Succeeded(out var sound, out var failure)
            ? sound
            : throw new InvalidDataException($"The settings of cohort {row.RowKey} cannot be used: {failure.Message.English}");
    }

    /// <summary>Whether two cohorts have the same settings; records with lists do not tell.</summary>
    public static bool AreSame(Cohort one, Cohort other) =>
        JsonSerializer.Serialize(one with { Version = 0 }, Json) == JsonSerializer.Serialize(other with { Version = 0 }, Json);

    public static TableEntity ToRow(TeachingPoint point) => new(point.Cohort.Value, point.Code.Value)
    {
        ["SchemaVersion"] = TeachingPointSchema,
        ["Name"] = point.Name,
        ["Contact"] = point.Reached.Contact,
        ["Mail"] = point.Reached.Mail,
        ["Phone"] = point.Reached.Phone,
        ["Address"] = point.Reached.Address,
    };

    public static TeachingPoint ToTeachingPoint(TableEntity row) => new()
    {
        Cohort = CohortCode.Parse(row.PartitionKey).Value!,
        Code = TeachingPointCode.Parse(row.RowKey).Value!,
        Name = row.GetString("Name"),
        Reached = new ContactDetails
        {
            Contact = row.GetString("Contact") ?? "",
            Mail = row.GetString("Mail") ?? "",
            Phone = row.GetString("Phone") ?? "",
            Address = row.GetString("Address") ?? "",
        },
    };
}
