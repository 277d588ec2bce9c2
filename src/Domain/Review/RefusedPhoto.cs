namespace PhotoFunctions.Domain.Review;

/// <summary>A photo that a person refused.</summary>
/// <param name="Sha256">SHA-256 of the original.</param>
/// <param name="IsFinal">Whether an administrator turned an appeal down: there is no second one.</param>
public sealed record RefusedPhoto(string Sha256, bool IsFinal);
