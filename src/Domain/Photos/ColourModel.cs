namespace PhotoFunctions.Domain.Photos;

/// <summary>How a picture file stores colour.</summary>
public enum ColourModel
{
    /// <summary>Red, green, blue (or YCbCr, or a palette of these).</summary>
    Rgb,

    /// <summary>One channel.</summary>
    Greyscale,

    /// <summary>Four print channels.</summary>
    Cmyk,
}
