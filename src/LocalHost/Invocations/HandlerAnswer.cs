using System.Net;
using System.Text.Json;

namespace PhotoFunctions.LocalHost.Invocations;

/// <summary>Reads what the handler answers to a non-HTTP invocation.</summary>
internal static class HandlerAnswer
{
    /// <returns>What is wrong with the answer, or null and the lines that the function wants logged.</returns>
    public static async Task<(
        string? Fault, IReadOnlyList<string> Logs)> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            return ($"status {(int)answer.StatusCode}", []);
        }

        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        if (body.AsSpan().Trim(" \t\r\n"u8).Length == 0)
        {
            return (Hang(answer.StatusCode is HttpStatusCode.NoContent ? "a 204" : "an empty body"), []);
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => (null, ReadLogs(document.RootElement)),
                JsonValueKind.Null => (Hang("null"), []),
                var kind => ($"a JSON {kind} instead of an object", []),
            };
        }
        catch (JsonException)
        {
            return ("an answer that is not JSON", []);
        }
    }

    private static string Hang(string what) =>
        $"{what}, on which the real host hangs until its functionTimeout; answer {{\"Outputs\":{{}},\"Logs\":[],\"ReturnValue\":null}}";

    private static List<string> ReadLogs(JsonElement answer)
    {
        foreach (var member in answer.EnumerateObject())
        {
            if (member.Name.Equals("Logs", StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind is JsonValueKind.Array)
            {
                return member.Value.EnumerateArray().Select(line => line.ToString()).ToList();
            }
        }

        return [];
    }
}
