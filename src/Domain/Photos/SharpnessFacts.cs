namespace PhotoFunctions.Domain.Photos;

/// <summary>How sharp the face is.</summary>
/// <param name="BlurRatio">What is left of the edges after a blur, 0 to 1: a blurred face loses little (200×200 pixels, σ 1.5).</param>
/// <param name="EdgeVariance">Variance of the Laplacian of the face at 160×160 pixels.</param>
public sealed record SharpnessFacts(double BlurRatio, double EdgeVariance);
