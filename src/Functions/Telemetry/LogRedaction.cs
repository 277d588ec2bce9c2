using System.Globalization;
using System.Text.RegularExpressions;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>
/// Stands in front of every exporter of log lines. Of the app's own lines it lets through the sentence that stands in the code and the
/// parameters that <see cref="AllowList"/> names; of all others the category and the event's name; of exceptions the type and the stack.
/// </summary>
internal sealed partial class LogRedaction : BaseProcessor<LogRecord>
{
    private const string Template = "{OriginalFormat}";

    public override void OnEnd(LogRecord data)
    {
        var given = data.Attributes ?? [];
        var template = given.FirstOrDefault(pair => pair.Key == Template).Value as string;
        var isOurs = template is not null
            && data.CategoryName?.StartsWith("PhotoFunctions.", StringComparison.Ordinal) == true
            && AllowList.LogTemplates.Contains(template);
        List<KeyValuePair<string, object?>> told =
        [
            .. given.Where(pair => isOurs && AllowList.LogParameters.Contains(pair.Key))
                .Select(pair => new KeyValuePair<string, object?>(pair.Key, TextOf(pair.Value))),
        ];

        // The sentence with what is told of its parameters: some readers show nothing else.
        data.Body = isOurs
            ? Place().Replace(template!, place => Fill(told, place.Groups[1].Value))
            : data.EventId.Name ?? data.CategoryName;

        // Exporters differ in which of the two they read.
        data.FormattedMessage = data.Body;
        if (data.Exception is { } exception)
        {
            told.AddRange(ExceptionText.Of(exception));
            data.Exception = null;
        }

        data.Attributes = told;

        // Of the photo or the request that it belongs to, never of what a caller said about its own trace.
        var span = InvocationScope.Current?.Span;
        data.TraceId = span?.TraceId ?? default;
        data.SpanId = span?.SpanId ?? default;
        data.TraceFlags = span?.ActivityTraceFlags ?? default;
        data.TraceState = null;
    }

    private static string TextOf(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Fill(List<KeyValuePair<string, object?>> told, string name) =>
        told.Find(pair => pair.Key == name).Value as string ?? "…";

    [GeneratedRegex(@"\{(\w+)(?::[^}]*)?\}")]
    private static partial Regex Place();
}
