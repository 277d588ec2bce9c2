namespace PhotoFunctions.Domain.Photos;

/// <summary>Facts about the decoded picture, measured on the working image without a judgement.</summary>
public sealed record PixelInspection
{
    /// <summary>Height of the working image, in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The background.</summary>
    public required BackgroundFacts Background { get; init; }

    /// <summary>The faces; null when nobody could look for them.</summary>
    public FaceFacts? Face { get; init; }

    /// <summary>Share of the clothes that is blue, 0 to 1; null without a single face, or when the picture ends above the clothes.</summary>
    public double? BlueClothesShare { get; init; }

    /// <summary>How sharp the face is; null without a single face, or when it is too small to tell.</summary>
    public SharpnessFacts? Sharpness { get; init; }

    /// <summary>How the face is lit; null without a single face.</summary>
    public LightFacts? Light { get; init; }

    /// <summary>For the search for the same picture; null only in tests.</summary>
    public PhotoFingerprint? Fingerprint { get; init; }
}
