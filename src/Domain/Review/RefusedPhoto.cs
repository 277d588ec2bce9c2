using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Domain.Review;

/// <summary>A photo that a person refused.</summary>
/// <param name="Sha256">SHA-256 of the original.</param>
/// <param name="IsFinal">Whether an administrator turned an appeal down: there is no second one.</param>
/// <param name="Fingerprint">Text of its fingerprint, by which the picture is known again in another file; null when it has none.</param>
public sealed record RefusedPhoto(string Sha256, bool IsFinal, string? Fingerprint = null)
{
    /// <summary>Whether a file shows the same picture.</summary>
    /// <param name="fingerprint">The other file's fingerprint; null is the same as nothing.</param>
    /// <param name="rules">When two pictures are the same one.</param>
    /// <returns>True when it does.</returns>
    public bool IsSamePicture(PhotoFingerprint? fingerprint, DuplicateRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return fingerprint is not null && PhotoFingerprint.TryParse(Fingerprint) is { } own && rules.AreSame(own, fingerprint);
    }
}
