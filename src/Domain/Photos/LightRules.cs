namespace PhotoFunctions.Domain.Photos;

/// <summary>How the face is lit, in L* of CIELAB, 0 to 100. Starting values measured on real portraits.</summary>
public sealed record LightRules
{
    /// <summary>Least lightness that a twentieth of the face reaches.</summary>
    public double MinBright { get; init; } = 55;

    /// <summary>Share of the face that is glare, 0 to 1.</summary>
    public Limits GlareShare { get; init; } = new(0.03, 0.15);

    /// <summary>Largest difference between the halves of the face without a look by a person.</summary>
    public double MaxLeftToRight { get; init; } = 20;
}
