namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>How a portrait is written: an upright JPEG without a profile unless said otherwise.</summary>
internal sealed record PortraitFormat
{
    public bool Png { get; init; }

    /// <summary>The EXIF orientation: 1 upright; 6 and 8 store the pixels lying on their side.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>Colours in Display P3, with the profile that says so.</summary>
    public bool IccTagged { get; init; }
}
