namespace PhotoFunctions.Domain.Students;

/// <summary>Hides the middle of personal text, leaving enough for its owner to know it again.</summary>
public static class Masking
{
    /// <summary>Keeps four characters at each end of a text of 12 or more, else only the first.</summary>
    /// <param name="text">The text; may be empty.</param>
    /// <returns>A text of the same length.</returns>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length switch
        {
            0 => text,
            >= 12 => string.Concat(text.AsSpan(0, 4), new string('*', text.Length - 8), text.AsSpan(text.Length - 4)),
            _ => string.Concat(text.AsSpan(0, 1), new string('*', text.Length - 1)),
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
}
