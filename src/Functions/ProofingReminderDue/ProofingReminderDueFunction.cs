using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Functions.Reminders;

namespace PhotoFunctions.Functions.ProofingReminderDue;

/// <summary>Time, at twenty minutes past each hour, to remind of the picture on the national site.</summary>
internal sealed class ProofingReminderDueFunction(ReminderRounds rounds)
{
    public Task RunAsync(CancellationToken cancellationToken) => rounds.RunAsync(ReminderSubject.Proofing, null, cancellationToken);
}
