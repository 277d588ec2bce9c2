using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Functions.Reminders;

namespace PhotoFunctions.Functions.DeadlineReminderDue;

/// <summary>Time, at five minutes past each hour, to remind of windows that close and of photos that were rejected.</summary>
internal sealed class DeadlineReminderDueFunction(ReminderRounds rounds)
{
    public Task RunAsync(CancellationToken cancellationToken) => rounds.RunAsync(ReminderSubject.Deadline, null, cancellationToken);
}
