namespace PhotoFunctions.Domain.Photos;

/// <summary>When two pictures are the same one. Starting values measured on real portraits.</summary>
public sealed record DuplicateRules
{
    /// <summary>Most bits of the 64-bit hash in which two copies differ. By itself it confuses people in the same gown.</summary>
    public int MaxCoarseBits { get; init; } = 8;

    /// <summary>Most bits of the 256-bit hash in which two pictures count as the same.</summary>
    public int MaxFineBits { get; init; } = 20;

    /// <summary>Most bits of the 256-bit hash in which a person has to tell.</summary>
    public int ReviewFineBits { get; init; } = 28;

    /// <summary>Whether two pictures are the same one.</summary>
    /// <param name="one">One picture.</param>
    /// <param name="other">The other.</param>
    /// <returns>True when they are.</returns>
    public bool AreSame(PhotoFingerprint one, PhotoFingerprint other) => IsWithin(one, other, MaxFineBits);

    /// <summary>Whether a person has to look at two pictures.</summary>
    /// <param name="one">One picture.</param>
    /// <param name="other">The other.</param>
    /// <returns>True when they are the same or nearly so.</returns>
    public bool AreAlike(PhotoFingerprint one, PhotoFingerprint other) => IsWithin(one, other, ReviewFineBits);

    private bool IsWithin(PhotoFingerprint one, PhotoFingerprint other, int fineBits)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (coarse, fine) = one.DistanceTo(other);
        return coarse <= MaxCoarseBits && fine <= fineBits;
    }
}
