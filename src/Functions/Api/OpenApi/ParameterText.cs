using System.Text.Json.Nodes;

namespace PhotoFunctions.Functions.Api.OpenApi;

/// <summary>
/// Says what a parameter may be. Endpoints take all of them as texts, to refuse in words; one name means one thing in every address.
/// </summary>
internal static class ParameterText
{
    private const string Code = "^[A-Za-z0-9_-]{1,32}$";

    private static readonly Dictionary<string, (string Schema, string Description)> Known = new()
    {
        ["cohort"] = ($$"""{"type":"string","pattern":"{{Code}}","example":"2024"}""", "The cohort's code."),
        ["teachingPoint"] = ($$"""{"type":"string","pattern":"{{Code}}","example":"TP012"}""", "The teaching point's code."),
        ["studentNumber"] = ($$"""{"type":"string","pattern":"{{Code}}","example":"2023040001"}""", "The student's number."),
        ["picture"] = ("""{"type":"string","example":"original"}""", "original, or an output by its profile's name."),
        ["token"] = ("""{"type":"string"}""", "The end of the link in a student's mail."),
        ["id"] = ("""{"type":"string"}""", "The id as the list shows it."),
        ["year"] = ("""{"type":"string","pattern":"^[0-9]{4}$","example":"2026"}""", "A year."),
        ["top"] = ("""{"type":"integer","minimum":1,"maximum":1000,"default":100}""", "How many items a page has."),
        ["continuation"] = ("""{"type":"string"}""", "The token of the page before; it belongs to this list with this filter."),
        ["dryRun"] = ("""{"type":"boolean","default":false}""", "Answers the same and stores nothing."),
        ["asOf"] = ("""{"type":"string","format":"date"}""", "The day of the file, for rows without one."),
        ["day"] = ("""{"type":"string","format":"date"}""", "A day (UTC+8); today when absent."),
        ["date"] = ("""{"type":"string","format":"date"}""", "A day (UTC+8) within 800 days from today; today when absent."),
        ["since"] = ("""{"type":"string","format":"date-time"}""", "Only what was decided then or later."),
        ["profile"] = ("""{"type":"string","example":"platform-120x160"}""", "The output; the first required one when absent."),
        ["confirmedOnly"] = ("""{"type":"boolean","default":false}""", "Leaves out photos that no teacher confirmed."),
        ["credential"] = ("""{"type":"string"}""", "The id of an access key, or what else stands in the trail."),
        ["numberPrefix"] = ($$"""{"type":"string","pattern":"{{Code}}"}""", "How the student number begins."),
        ["level"] = ("""{"type":"string","minLength":1,"maxLength":50}""", "层次, as the roster writes it."),
        ["className"] = ("""{"type":"string","minLength":1,"maxLength":50}""", "班级, as the roster writes it."),
    };

    public static void Complete(JsonObject parameter, IReadOnlyList<Description.AllowedNames> allowedNames)
    {
        var name = (string)parameter["name"]!;
        name = char.ToLowerInvariant(name[0]) + name[1..];
        parameter["name"] = name;
        if (allowedNames.LastOrDefault(allowed => allowed.Member == name) is { } allowed)
        {
            parameter["schema"] = new JsonObject { ["type"] = "string", ["enum"] = Array(allowed.Names) };
        }
        else if (Known.TryGetValue(name, out var known))
        {
            parameter["schema"] = JsonNode.Parse(known.Schema);
            parameter["description"] ??= known.Description;
        }
    }

    public static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
