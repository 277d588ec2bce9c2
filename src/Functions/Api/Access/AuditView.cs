using PhotoFunctions.Domain.Access;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>A line of the audit trail as the API shows one; of one that cannot be read any more, only which it is.</summary>
internal sealed record AuditView
{
    /// <summary>Names the line within its day, as the verification does.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the line says what it said; if not, somebody changed it.</summary>
    public required bool IsReadable { get; init; }

    public DateTimeOffset? At { get; init; }

    public string? Credential { get; init; }

    public AccessRole? Role { get; init; }

    public AuditAction? Action { get; init; }

    public string? Cohort { get; init; }

    public string? TeachingPoint { get; init; }

    public string? StudentNumber { get; init; }

    public string? Details { get; init; }

    /// <summary>Who, as the caller said.</summary>
    public string? Person { get; init; }

    public string? Reason { get; init; }

    public static AuditView Of(AuditLine line) => line.Entry is not { } entry
        ? new AuditView { Id = line.Id, IsReadable = false }
        : new AuditView
        {
            Id = line.Id,
            IsReadable = true,
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
