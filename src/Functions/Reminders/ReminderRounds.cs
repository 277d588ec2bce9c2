using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Reminders;

/// <summary>Runs rounds of reminders, and says in the log what they did.</summary>
internal sealed partial class ReminderRounds(ReminderRound round, ILogger<ReminderRounds> logger)
{
    public async Task<ReminderReport> RunAsync(ReminderSubject subject, CohortCode? only, CancellationToken cancellationToken)
    {
        var report = await round.RunAsync(subject, only, cancellationToken);
        if (report != new ReminderReport() && !report.IsNight)
        {
            Log.Reminded(logger, subject, report.FellDue, report.Sent, report.Failed, report.Unknown, report.Dropped, report.Waiting);
        }

        if (report.Unknown > 0)
        {
            Log.Unsure(logger, report.Unknown);
        }

        return report;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "{Subject} reminders: {FellDue} fell due, {Sent} sent, {Failed} failed, {Unsure} unknown, {Dropped} dropped, {Waiting} wait")]
        public static partial void Reminded(
            ILogger logger, ReminderSubject subject, int fellDue, int sent, int failed, int unsure, int dropped, int waiting);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "Of {Count} mails nobody knows whether they were sent: an administrator has to look, and may send them again")]
        public static partial void Unsure(ILogger logger, int count);
    }
}
