using System.Text.RegularExpressions;

namespace PhotoFunctions.Domain.Students;

/// <summary>Hides the middle of personal text, leaving enough for its owner to know it again.</summary>
public static partial class Masking
{
    // The length of an ID number. Of any other text the ends may be the personal part.
    private const int IdLength = 18;

    /// <summary>Keeps four characters at each end of a text as long as an ID number, else only the first.</summary>
    /// <param name="text">The text; may be empty.</param>
    /// <returns>A star for each character that is hidden.</returns>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var characters = text.EnumerateRunes().ToList();
        return characters.Count switch
        {
            0 => text,
            IdLength when characters.All(character => character.IsAscii)
                => string.Concat(text.AsSpan(0, 4), new string('*', IdLength - 8), text.AsSpan(IdLength - 4)),
            _ => $"{characters[0]}{new string('*', characters.Count - 1)}",
        };
    }

    /// <summary>Masks a file name but for its extension: <c>3601**********123X.jpg</c>.</summary>
    /// <param name="fileName">A file name without folders.</param>
    /// <returns>The masked name.</returns>
    public static string MaskFileName(string fileName)
    {
        var extension = Path.GetExtension(fileName);
        // A long "extension" is no extension: it may be the personal part of the name.
        return extension.Length is > 1 and <= 5 && extension.Skip(1).All(char.IsAsciiLetter)
            ? Mask(fileName[..^extension.Length]) + extension
            : Mask(fileName);
    }

    /// <summary>Masks what may be an ID or phone number in what a person wrote: eleven digits or more, also with blanks between them.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <returns>The text with asterisks in place of the numbers.</returns>
    public static string? MaskNumbers(string? text) =>
        text is null ? null : LongNumber().Replace(text, number => new string('*', number.Length));

    [GeneratedRegex(@"\d([ -]?\d){9,}[ -]?[\dXx\uFF38\uFF58]")]
    private static partial Regex LongNumber();
}
