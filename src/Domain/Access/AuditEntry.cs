using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Access;

/// <summary>One line of the audit trail; lines are only ever appended.</summary>
public sealed record AuditEntry
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The credential: an access key's id, <c>settings</c>, an identity of the college's tenant, <c>student-link</c>.</summary>
    public required string Credential { get; init; }

    /// <summary>The credential's role; null for a student's link, which has none.</summary>
    public required AccessRole? Role { get; init; }

    /// <summary>What was done.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>The cohort; null when it was about none.</summary>
    public CohortCode? Cohort { get; init; }

    /// <summary>The teaching point; null when it was about the whole cohort, or none.</summary>
    public TeachingPointCode? TeachingPoint { get; init; }

    /// <summary>The student; null when it was about several, or none.</summary>
    public StudentNumber? Student { get; init; }

    /// <summary>What more there is to say in a few words, without personal data: a picture's name, an access key's id.</summary>
    public string Details { get; init; } = "";

    /// <summary>Who, as the caller said. Sensitive: stored encrypted. Null when nobody was named.</summary>
    public string? Person { get; init; }

    /// <summary>Why, in that person's words. Sensitive: stored encrypted. Null when none was given.</summary>
    public string? Reason { get; init; }

    /// <summary>Prints nothing that a person wrote.</summary>
    /// <returns>What was done, with which credential.</returns>
    public override string ToString() => $"{Action} {Credential} {Cohort} {TeachingPoint} {Student} {Details}";
}
