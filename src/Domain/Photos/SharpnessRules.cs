namespace PhotoFunctions.Domain.Photos;

/// <summary>How sharp the face must be. Starting values measured on real portraits.</summary>
public sealed record SharpnessRules
{
    /// <summary>Narrowest face that is checked, in pixels: a smaller one would have to be enlarged, and looks blurred then.</summary>
    public int MinFaceWidth { get; init; } = 160;

    /// <summary>Largest share of the edges that a blur of σ 1.5 leaves.</summary>
    public double MaxBlurRatio { get; init; } = 0.42;

    /// <summary>Least variance of the Laplacian; below it the photo is rejected.</summary>
    public double MinEdgeVariance { get; init; } = 60;

    /// <summary>Variance of the Laplacian below which a person looks.</summary>
    public double ReviewEdgeVariance { get; init; } = 100;
}
