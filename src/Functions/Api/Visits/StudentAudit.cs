using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Api.Visits;

/// <summary>Tells the audit trail what students do through links.</summary>
internal sealed class StudentAudit(IAuditTrail trail, TimeProvider time)
{
    public const string Credential = "student-link";

    /// <summary>Also for a request that repeats another: its line may be missing.</summary>
    public Task TellAsync(AuditAction action, Student student, string details) => trail.AppendAsync(
        new AuditEntry
        {
            At = time.GetUtcNow(),
            Credential = Credential,
            Role = null,
            Action = action,
            Cohort = student.Key.Cohort,
            TeachingPoint = student.Key.TeachingPoint,
            Student = student.Key.Number,
            Details = details,
        },

        // What happened is told even when the caller went away.
        CancellationToken.None);
}
