using PhotoFunctions.Domain.Access;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>An access key as the API shows one: nothing of its secret.</summary>
internal sealed record AccessKeyView
{
    public required string Id { get; init; }

    public required string Holder { get; init; }

    public required AccessRole Role { get; init; }

    public required string? TeachingPoint { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }

    public required string? ReplacedBy { get; init; }

    /// <summary>Whether it opens anything now.</summary>
    public required bool IsValid { get; init; }

    public static AccessKeyView Of(AccessKey key, DateTimeOffset now) => new()
    {
        Id = key.Id,
        Holder = key.Holder,
        Role = key.Role,
        TeachingPoint = key.TeachingPoint?.Value,
        CreatedAt = key.CreatedAt,
        ExpiresAt = key.ExpiresAt,
        RevokedAt = key.RevokedAt,
        ReplacedBy = key.ReplacedBy,
        IsValid = key.IsValid(now),
    };
}
