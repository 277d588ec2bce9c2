namespace PhotoFunctions.Domain.Photos;

/// <summary>Facts about a photo, measured without a judgement.</summary>
public sealed record PhotoInspection
{
    /// <summary>Length of the file, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The format, by its content.</summary>
    public required PhotoFormat Format { get; init; }

    /// <summary>Width in pixels as people see it, after the EXIF orientation.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels as people see it, after the EXIF orientation.</summary>
    public required int Height { get; init; }

    /// <summary>How colour is stored.</summary>
    public required ColourModel ColourModel { get; init; }

    /// <summary>Whether the picture carries an ICC profile, so that its colours have to be converted.</summary>
    public bool HasColourProfile { get; init; }

    /// <summary>Scans of a JPEG; 1 for a baseline one and for PNG.</summary>
    public int Scans { get; init; } = 1;

    /// <summary>Memory that a decode needs at once and cannot do in strips, in bytes; 0 for most photos.</summary>
    public long DecodeBytes { get; init; }
}
