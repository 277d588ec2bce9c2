using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PhotoFunctions.Domain.Exports;

/// <summary>
/// Makes a file name one that every file system takes, and that leads to no other folder: people's names may hold anything.
/// </summary>
public static partial class SafeFileName
{
    /// <summary>Longest name, in bytes of UTF-8.</summary>
    public const int MaxBytes = 255;

    private const char InPlace = '_';
    private const string Refused = "/\\:*?\"<>|";

    /// <summary>Puts <c>_</c> in the place of what some file system refuses; names of devices get it in front.</summary>
    /// <param name="name">A file name without folders.</param>
    /// <returns>The name as it can be written.</returns>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var safe = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            safe.Append(IsRefused(rune) ? InPlace.ToString() : rune.ToString());
        }

        Replace(safe, 0, 1);
        Replace(safe, safe.Length - 1, -1);
        var text = safe.ToString();
        return text.Length == 0 || Device().IsMatch(text) ? InPlace + text : text;
    }

    /// <summary>Whether a name is longer than file systems take.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True above <see cref="MaxBytes"/>.</returns>
    public static bool IsTooLong(string name) => Encoding.UTF8.GetByteCount(name) > MaxBytes;

    // Format characters turn "gpj.exe" around; a lone half of a character arrives here as U+FFFD.
    private static bool IsRefused(Rune rune) =>
        rune == Rune.ReplacementChar
        || (rune.IsAscii && Refused.Contains((char)rune.Value, StringComparison.Ordinal))
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // A dot in front hides a file, or is another folder; at the end it gets lost.
    private static void Replace(StringBuilder name, int from, int step)
    {
        for (var i = from; i >= 0 && i < name.Length && (name[i] == '.' || char.IsWhiteSpace(name[i])); i += step)
        {
            name[i] = InPlace;
        }
    }

    [GeneratedRegex(
        @"^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])\s*(\.|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
