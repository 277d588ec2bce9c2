using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Results;

/// <summary>What people may write in one line.</summary>
internal static class PlainText
{
    /// <summary>Failures: <c>value-too-long</c>, <c>control-character</c>.</summary>
    internal static Failure? Fault(string text, int longest, string chinese, string english) =>
        text.Length > longest ? RosterFailures.TooLong(chinese, english, longest, text.Length)
        : text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029') ? RosterFailures.ControlCharacter(chinese, english)
        : null;
}
