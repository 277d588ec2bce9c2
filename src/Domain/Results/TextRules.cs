namespace PhotoFunctions.Domain.Results;

/// <summary>What makes a text that a person typed one that fits into lists, mail headers and exported files.</summary>
internal static class TextRules
{
    internal const int LongestMail = MailShape.Longest;

    internal static Failure MailMalformed { get; } = Failure.Of(
        FailureCodes.MailShape, "邮箱格式不正确。", "Expected a mail address such as a@b.example but received another shape.");

    /// <summary>Every fault of a text; blanks around it do not count.</summary>
    internal static IEnumerable<Failure> Faults(string chinese, string english, string? text, int longest)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length > longest)
        {
            yield return TooLong(chinese, english, longest, trimmed.Length);
        }

        // Line ends would break mail headers and exported files.
        if (trimmed.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
        {
            yield return ControlCharacter(chinese, english);
        }
    }

    /// <summary>Every fault of a mail address; none is fine.</summary>
    internal static IEnumerable<Failure> MailFaults(string? text)
    {
        var mail = text?.Trim() ?? "";
        var isPlain = !mail.Any(char.IsControl);
        var faults = Faults("邮箱", "mail address", mail, LongestMail);
        return mail.Length is > 0 and <= LongestMail && isPlain && !MailShape.Fits(mail)
            ? faults.Append(MailMalformed)
            : faults;
    }

    /// <summary>The first fault of a text that must not be empty.</summary>
    internal static Failure? Required(string chinese, string english, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? Missing(chinese, english) : Faults(chinese, english, text, longest).FirstOrDefault();

    internal static Failure Missing(string chinese, string english) => Failure.Of(
        FailureCodes.ValueMissing, $"缺少{chinese}。", $"Expected a {english} but received none.");

    internal static Failure TooLong(string chinese, string english, int limit, int actual) => Failure.Of(
        FailureCodes.ValueTooLong,
        $"{chinese}最多{limit}个字符,实际为{actual}个。",
        $"Expected at most {limit} characters for the {english} but received {actual}.");

    internal static Failure ControlCharacter(string chinese, string english) => Failure.Of(
        FailureCodes.ControlCharacter,
        $"{chinese}含有换行等控制字符。",
        $"Expected one line of plain text for the {english} but received control characters.");
}
