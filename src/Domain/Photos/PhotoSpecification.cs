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
    public IReadOnlyList<OutputProfile> Outputs { get; init; } = [OutputProfile.Platform];
}
