namespace PhotoFunctions.Domain.Photos;

/// <summary>How the face is lit. Lightness is L* of CIELAB, 0 to 100.</summary>
/// <param name="Bright">95th percentile of the face's lightness; never the median: skin tone must not matter.</param>
/// <param name="GlareShare">Share of the face lighter than 97, 0 to 1.</param>
/// <param name="LeftToRight">Difference of the mean lightness of the two halves of the face.</param>
public sealed record LightFacts(double Bright, double GlareShare, double LeftToRight);
