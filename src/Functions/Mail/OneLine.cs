using System.Globalization;
using System.Text;

namespace PhotoFunctions.Functions.Mail;

/// <summary>Texts of others in mails: rows may be older than the rules for what is stored.</summary>
internal static class OneLine
{
    private const int LongestName = 100;

    /// <summary>The text in one line: whatever cannot be seen, or would end the line, is a blank.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(IsSeen(rune) ? rune.ToString() : " ");
        }

        return line.ToString().Trim();
    }

    /// <summary>The same of a name, cut when it is too long to be one.</summary>
    public static string Name(string text)
    {
        // What is cut off anyway is not looked at; a pair of surrogates may be cut in two, and its half is not seen.
        var line = Of(text.Length > LongestName ? text[..LongestName] : text);
        return line.Length < text.Length && text.Length > LongestName ? $"{line}…" : line;
    }

    private static bool IsSeen(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
