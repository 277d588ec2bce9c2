using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Functions.Reminders;

namespace PhotoFunctions.Functions.VerificationReminderDue;

/// <summary>Time, at thirty-five minutes past each hour, to tell of verifications that did not pass.</summary>
internal sealed class VerificationReminderDueFunction(ReminderRounds rounds)
{
    public Task RunAsync(CancellationToken cancellationToken) => rounds.RunAsync(ReminderSubject.Verification, null, cancellationToken);
}
