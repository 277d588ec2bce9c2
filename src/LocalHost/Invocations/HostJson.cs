using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PhotoFunctions.LocalHost.Invocations;

/// <summary>JSON texts as the host's serialiser writes them: characters beyond ASCII stay as they are.</summary>
internal static class HostJson
{
    public static string Text(string? value)
    {
        if (value is null)
        {
            return "null";
        }

        var json = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\t' => json.Append("\\t"),
                '\n' => json.Append("\\n"),
                '\f' => json.Append("\\f"),
                '\r' => json.Append("\\r"),
                < ' ' or '\u0085' or '\u2028' or '\u2029' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        return json.Append('"').ToString();
    }

    /// <summary>JSON inside JSON: what Metadata holds for texts.</summary>
    public static string NestedText(string? value) => Text(Text(value));

    public static string Time(DateTimeOffset value) => Text(value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));

    public static string Time(DateTimeOffset? value) => value is { } time ? Time(time) : "null";

    public static string Flag(bool value) => value ? "true" : "false";

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <param name="members">Names with values that are JSON already.</param>
    public static string Object(IEnumerable<KeyValuePair<string, string>> members) =>
        "{" + string.Join(',', members.Select(member => $"{Text(member.Key)}:{member.Value}")) + "}";

    /// <summary>What the host adds to every invocation's metadata.</summary>
    public static KeyValuePair<string, string> Sys(string functionName, TimeProvider time) => new("sys", Object(
    [
        new("MethodName", Text(functionName)),
        new("UtcNow", Text(time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture))),
        new("RandGuid", Text(Guid.NewGuid().ToString())),
    ]));

    /// <summary>The members of a message that is a JSON object, as binding data: each a JSON text that holds JSON.</summary>
    public static IEnumerable<KeyValuePair<string, string>> LiftedMembers(string message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                return [];
            }

            return document.RootElement.EnumerateObject()
                .Select(member => KeyValuePair.Create(
                    member.Name,
                    member.Value.ValueKind is JsonValueKind.String
                        ? NestedText(member.Value.GetString())
                        : Text(member.Value.GetRawText())))
                .ToList();
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
