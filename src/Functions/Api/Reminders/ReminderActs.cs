using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Storage.Reminders;

namespace PhotoFunctions.Functions.Api.Reminders;

/// <summary>What an administrator does about a mail, whether a program's JSON says it or a page's form.</summary>
internal sealed class ReminderActs(Caller caller, AuditNote note, ReminderResend resend)
{
    /// <summary>Failures: those of texts, <c>reminder-unknown</c>, <c>reminder-not-stuck</c>.</summary>
    public async Task<Result<ReminderEntry>> ResendAsync(
        Cohort cohort, string id, string? by, string? reason, CancellationToken cancellationToken)
    {
        if (!caller.Attribute(by, reason, needsReason: true).Succeeded(out var who, out var failure))
        {
            return failure;
        }

        if (ReminderEntityMapping.KeyOf(cohort.Code, id) is not { } key)
        {
            return ReminderFailures.Unknown;
        }

        if (!(await resend.ResendAsync(key, cancellationToken)).Succeeded(out var line, out failure))
        {
            return failure;
        }

        note.Take(who);
        note.Point = key.TeachingPoint;
        note.Details = $"{key.Kind} {key.Occasion} {key.Student?.Value}".TrimEnd();
        return line;
    }
}
