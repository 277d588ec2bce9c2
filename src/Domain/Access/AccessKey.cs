using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Access;

/// <summary>An access key as it is kept: everything but the secret, of which only a hash is stored.</summary>
public sealed record AccessKey
{
    /// <summary>Names the key in lists and in the audit trail: 12 characters a–z 2–7, no secret.</summary>
    public required string Id { get; init; }

    /// <summary>Who holds it, 1 to 50 characters; decisions made with the key bear this name when the caller gives none.</summary>
    public required string Holder { get; init; }

    /// <summary>What it may do.</summary>
    public required AccessRole Role { get; init; }

    /// <summary>The teaching point, in every cohort that has it; null exactly for administrators.</summary>
    public TeachingPointCode? TeachingPoint { get; init; }

    /// <summary>SHA-256 of the secret: 32 bytes. The secret has 256 random bits, so no slow hash is needed.</summary>
    public required ReadOnlyMemory<byte> SecretHash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when it is refused.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When somebody revoked it; null while nobody has.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The key that took its place; null while none has.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Whether it opens anything.</summary>
    /// <param name="at">The moment of the question.</param>
    /// <returns>True unless it is revoked or expired.</returns>
    public bool IsValid(DateTimeOffset at) => RevokedAt is null && at < ExpiresAt;
}
