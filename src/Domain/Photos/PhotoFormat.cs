namespace PhotoFunctions.Domain.Photos;

/// <summary>The two formats that are decoded at all.</summary>
public enum PhotoFormat
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,
}
