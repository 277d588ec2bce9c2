using System.Text;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>Text in columns of a terminal, where a Chinese character takes two. Source: Unicode UAX #11, the wide and full-width ranges in use here.</summary>
internal static class EastAsianText
{
    public static int Width(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune) ? 2 : 1);

    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    private static bool IsWide(Rune rune) => rune.Value
        is (>= 0x1100 and <= 0x115F)
        or (>= 0x2E80 and <= 0x303E)
        or (>= 0x3041 and <= 0xA4CF)
        or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F)
        or (>= 0xFF00 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x20000 and <= 0x3FFFD);
}
