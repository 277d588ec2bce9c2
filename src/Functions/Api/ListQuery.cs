using System.Globalization;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api;

/// <summary>The query parameters that several addresses share.</summary>
internal static class ListQuery
{
    private const int DefaultTop = 100;
    private const int LargestTop = 1000;
    private const int LongestShown = 30;

    /// <summary>Reads <c>top</c>, 1 to 1000, 100 when absent. Failure: <c>request-invalid</c>.</summary>
    public static Result<int> Top(string? top) =>
        top is null ? DefaultTop
        : int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LargestTop ? number
        : RequestFailures.Invalid($"top应为1至{LargestTop}的整数", $"a whole number from 1 to {LargestTop} for top but received {Received(top)}");

    /// <summary>Reads <c>true</c> or <c>false</c>; false when absent. Failure: <c>request-invalid</c>.</summary>
    public static Result<bool> Flag(string parameter, string? text) =>
        text is null ? false
        : bool.TryParse(text, out var flag) ? flag
        : RequestFailures.Invalid($"{parameter}应为true或false", $"true or false for {parameter} but received {Received(text)}");

    /// <summary>As <see cref="Name"/>, of a value that has to be there. Failures: <c>value-missing</c>, <c>request-invalid</c>.</summary>
    public static Result<T> Required<T>(string parameter, string? text)
        where T : struct, Enum =>
        string.IsNullOrWhiteSpace(text) ? RequestFailures.Missing(parameter, parameter)
        : Name<T>(parameter, text).Succeeded(out var value, out var failure) ? value!.Value
        : failure;

    /// <summary>Reads the name of a stage or status, in any case; null when absent. Failure: <c>request-invalid</c>.</summary>
    public static Result<T?> Name<T>(string parameter, string? text)
        where T : struct, Enum
    {
        var names = string.Join(", ", Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]));
        return text is null ? (T?)null
            : Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found
                ? Enum.Parse<T>(found)
            : RequestFailures.Invalid($"{parameter}应为{names}之一", $"one of {names} for {parameter} but received {Received(text)}");
    }

    /// <summary>
    /// Reads a moment in ISO 8601, as the answers write it; in UTC where it names no zone; null when absent. Failure: <c>request-invalid</c>.
    /// </summary>
    public static Result<DateTimeOffset?> Time(string parameter, string? text) =>
        text is null ? (DateTimeOffset?)null
        : DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)

            // Storage refuses times before the year 1601.
            ? (time < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : time)
        : RequestFailures.Invalid(
            $"{parameter}应为时间,如2023-05-20T08:00:00Z", $"a time like 2023-05-20T08:00:00Z for {parameter} but received {Received(text)}");

    /// <summary>Reads a plain text; null when absent. Failure: <c>request-invalid</c>.</summary>
    public static Result<string?> Text(string parameter, string? text, int longest) =>
        text is null || (text.Length is > 0 && text.Length <= longest && !text.Any(char.IsControl)) ? text
        : RequestFailures.Invalid(
            $"{parameter}应为1至{longest}个字符", $"1 to {longest} characters of plain text for {parameter} but received {text.Length}");

    /// <summary>What may be said back of a text: only what cannot be personal.</summary>
    public static string Received(string text) =>
        text.Length is > 0 and <= LongestShown && text.All(char.IsAsciiLetter) ? text : $"another text of {text.Length} characters";
}
