using System.Text;
using Azure;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>What may be told of an exception: its type and where it was thrown. Its message may hold an address, and so a person.</summary>
internal static class ExceptionText
{
    // One inside another: further in it repeats itself.
    private const int Deepest = 8;

    public static IEnumerable<KeyValuePair<string, object?>> Of(Exception exception) =>
    [
        new(Tags.ExceptionType, exception.GetType().FullName),
        new(Tags.ExceptionStack, Stack(exception)),
    ];

    private static string Stack(Exception exception)
    {
        var text = new StringBuilder();
        Write(text, exception, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Exception exception, int depth)
    {
        text.Append(exception.GetType().FullName);
        if (exception is RequestFailedException { Status: var status })
        {
            text.Append(" (").Append(status).Append(')');
        }

        text.Append('\n').Append(exception.StackTrace).Append('\n');
        IEnumerable<Exception> inner = exception is AggregateException several ? several.InnerExceptions
            : exception.InnerException is { } one ? [one]
            : [];
        foreach (var cause in depth < Deepest ? inner.Take(Deepest) : [])
        {
            text.Append("caused by ");
            Write(text, cause, depth + 1);
        }
    }
}
