namespace PhotoFunctions.Domain.Photos;

/// <summary>How a photo becomes its outputs: a centred crop to 3:4, scaled down once to the working image, from which all outputs are made.</summary>
public sealed record NormalisationPlan
{
    private NormalisationPlan()
    {
    }

    /// <summary>Width of the working image, in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the working image, in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Whether colours have to be converted to sRGB.</summary>
    public required bool ConvertColours { get; init; }

    /// <summary>Whether the photo would have the right shape if it were turned by a quarter.</summary>
    public required bool IsOfTurnedPhoto { get; init; }

    /// <summary>Memory that the decode needs at once, in bytes; a large one had better not happen beside others.</summary>
    public required long DecodeBytes { get; init; }

    /// <summary>The outputs that the working image is large enough for: nothing is ever enlarged.</summary>
    public required IReadOnlyList<OutputProfile> Outputs { get; init; }

    /// <summary>Plans a photo's outputs.</summary>
    /// <param name="photo">The measured photo.</param>
    /// <param name="specification">The cohort's rules.</param>
    /// <returns>The plan; without outputs when the photo is too small for every one.</returns>
    public static NormalisationPlan For(PhotoInspection photo, PhotoSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(specification);

        // The largest box of exactly the working image's shape that fits into the photo, in whole steps of the reduced ratio (3:4).
        var divisor = GreatestCommonDivisor(specification.WorkingWidth, specification.WorkingHeight);
        var (stepWidth, stepHeight) = (specification.WorkingWidth / divisor, specification.WorkingHeight / divisor);
        var steps = Math.Min(divisor, Math.Min(photo.Width / stepWidth, photo.Height / stepHeight));
        var (width, height) = (steps * stepWidth, steps * stepHeight);
        return new NormalisationPlan
        {
            Width = width,
            Height = height,
            ConvertColours = photo.HasColourProfile,
            IsOfTurnedPhoto = IsWithin((double)photo.Height / photo.Width, specification),
            DecodeBytes = photo.DecodeBytes,
            Outputs = [.. specification.Outputs.Where(output => output.Width <= width && output.Height <= height)],
        };
    }

    private static bool IsWithin(double aspect, PhotoSpecification rules) => aspect >= rules.MinAspect && aspect <= rules.MaxAspect;

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
