using System.Globalization;
using System.Text;

namespace PhotoFunctions.Functions.Exports;

/// <summary>
/// What may stand in a cell of an exported table: one line of text that no spreadsheet program takes for a formula, as people's names and
/// reasons come from outside.
/// </summary>
internal static class CellText
{
    public const char Mark = '\'';

    // Some programs read the full-width and small forms, and the minus sign, as the plain ones.
    private const string Starts = "=+-@＝＋－＠﹦﹢﹣﹫−";

    /// <summary>The text with blanks for control characters and, if a program might calculate with it, an apostrophe in front.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length + 1);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(IsUnseen(rune) ? " " : rune.ToString());
        }

        return IsDangerous(text) ? line.Insert(0, Mark).ToString() : line.ToString();
    }

    private static bool IsDangerous(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\r' or '\n' || (rune.IsBmp && Starts.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                return true;
            }

            if (!Rune.IsWhiteSpace(rune) && !IsUnseen(rune))
            {
                return false;
            }
        }

        return false;
    }

    // Counts as blank. The last two can stand in no XML.
    private static bool IsUnseen(Rune rune) => rune.Value is 0xFFFE or 0xFFFF || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
