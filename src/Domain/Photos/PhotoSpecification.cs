using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>What an uploaded photo must be, and what is written from it. Data of the cohort: colleges differ.</summary>
public sealed record PhotoSpecification
{
    /// <summary>The notice's rules and the safe limits of the decoder.</summary>
    public static PhotoSpecification Default { get; } = new();

    /// <summary>Largest upload, in bytes; larger ones are not read.</summary>
    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Most pixels in all.</summary>
    public int MaxPixels { get; init; } = 40_000_000;

    /// <summary>Longest side, in pixels.</summary>
    public int MaxSide { get; init; } = 10_000;

    /// <summary>Most scans of a progressive JPEG. Cameras and editors write about ten; hundreds are an attack on the decoder.</summary>
    public int MaxScans { get; init; } = 20;

    /// <summary>Smallest width to height ratio that the 3:4 crop mends.</summary>
    public double MinAspect { get; init; } = 0.60;

    /// <summary>Largest width to height ratio that the 3:4 crop mends.</summary>
    public double MaxAspect { get; init; } = 0.90;

    /// <summary>Width of the working image from which all outputs are made, in pixels. Source: 教毕指〔2017〕99号, 480×640.</summary>
    public int WorkingWidth { get; init; } = 480;

    /// <summary>Height of the working image from which all outputs are made, in pixels.</summary>
    public int WorkingHeight { get; init; } = 640;

    /// <summary>What is written.</summary>
    public IReadOnlyList<OutputProfile> Outputs { get; init; } = [OutputProfile.Platform, OutputProfile.National];

    /// <summary>What the background may be.</summary>
    public BackgroundRules Background { get; init; } = new();

    /// <summary>How the head stands in the picture.</summary>
    public FaceRules Face { get; init; } = new();

    /// <summary>Share of the clothes that may be blue, 0 to 1. Source: the notice (no blue clothes).</summary>
    public Limits BlueClothesShare { get; init; } = new(0.3, 0.5);

    /// <summary>How sharp the face must be.</summary>
    public SharpnessRules Sharpness { get; init; } = new();

    /// <summary>How the face is lit.</summary>
    public LightRules Light { get; init; } = new();

    /// <summary>When two pictures are the same one.</summary>
    public DuplicateRules Duplicates { get; init; } = new();

    /// <summary>Holds the numbers against each other, as they come from an administrator or from storage. Failure: <c>specification-invalid</c>.</summary>
    /// <returns>The specification itself, or the failure that names the first wrong value.</returns>
    public Result<PhotoSpecification> Checked() => PhotoSpecificationRules.FirstBroken(this) is { } broken ? broken : this;
}
