namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>A Haar-like feature: the weighted sum of two or three rectangles, upright or turned by 45 degrees.</summary>
internal sealed record CascadeFeature(IReadOnlyList<CascadeRectangle> Rectangles, bool IsTilted);
