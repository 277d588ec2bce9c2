using PhotoFunctions.Domain.Access;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>A line of the audit trail as the API shows one.</summary>
internal sealed record AuditView
{
    public required DateTimeOffset At { get; init; }

    public required string Credential { get; init; }

    public required AccessRole Role { get; init; }

    public required AuditAction Action { get; init; }

    public required string? Cohort { get; init; }

    public required string? TeachingPoint { get; init; }

    public required string? StudentNumber { get; init; }

    public required string Details { get; init; }

    /// <summary>Who, as the caller said.</summary>
    public required string? Person { get; init; }

    public required string? Reason { get; init; }

    public static AuditView Of(AuditEntry entry) => new()
    {
        At = entry.At,
        Credential = entry.Credential,
        Role = entry.Role,
        Action = entry.Action,
        Cohort = entry.Cohort?.Value,
        TeachingPoint = entry.TeachingPoint?.Value,
        StudentNumber = entry.Student?.Value,
        Details = entry.Details,
        Person = entry.Person,
        Reason = entry.Reason,
    };
}
