using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Functions.Storage.Retention;

namespace PhotoFunctions.Functions.Storage.Reminders;

/// <summary>
/// Counts a cohort's mails by what became of them. Most lines are sent, and stay so: those of before a moment are counted once, and
/// afterwards only what came later, with all that is not sent. So a count takes 1 transaction for each thousand lines the first time, and
/// later for each thousand that are open, stuck, or new; the service walks through the cohort's lines for them.
/// </summary>
internal sealed class ReminderCounts(StorageAccount storage, TimeProvider time)
{
    // A line says since when it is sent, and is written right after: no round lives that long.
    private static readonly TimeSpan Unsettled = TimeSpan.FromHours(1);
    private static readonly string[] Columns = [ReminderEntityMapping.StatusColumn, ReminderEntityMapping.SinceColumn];

    /// <summary>Counts, on from an earlier count of the same cohort if there is one.</summary>
    public async Task<MailCounts> CountAsync(CohortCode cohort, MailCounts? earlier, CancellationToken cancellationToken)
    {
        // Whole seconds, because not every storage compares finer ones.
        var now = time.GetUtcNow() - Unsettled;
        var until = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var from = earlier?.SettledUntil is { } settled && settled <= until ? settled : DateTimeOffset.UnixEpoch;
        var counts = new Dictionary<ReminderStatus, int>();
        var settling = from == DateTimeOffset.UnixEpoch ? 0 : earlier!.Settled;
        var sentBefore = settling;
        await foreach (var line in storage.Reminders.QueryAsync<TableEntity>(
            $"{RowErasure.AllOf(cohort)} and ({IsWanted(from)})", select: Columns, cancellationToken: cancellationToken))
        {
            var status = Enum.Parse<ReminderStatus>(line.GetString(ReminderEntityMapping.StatusColumn));
            counts[status] = counts.GetValueOrDefault(status) + 1;
            settling += status == ReminderStatus.Sent && line.GetDateTimeOffset(ReminderEntityMapping.SinceColumn) < until ? 1 : 0;
        }

        return new MailCounts
        {
            Pending = counts.GetValueOrDefault(ReminderStatus.Pending),
            Sending = counts.GetValueOrDefault(ReminderStatus.Sending),
            Sent = sentBefore + counts.GetValueOrDefault(ReminderStatus.Sent),
            Failed = counts.GetValueOrDefault(ReminderStatus.Failed),
            Unknown = counts.GetValueOrDefault(ReminderStatus.Unknown),
            Settled = settling,
            SettledUntil = until,
        };
    }

    private static string IsWanted(DateTimeOffset from)
    {
        ReminderStatus[] unfinished = [ReminderStatus.Pending, ReminderStatus.Sending, ReminderStatus.Failed, ReminderStatus.Unknown];
        return string.Join(" or ", unfinished.Select(Is))
            + $" or ({Is(ReminderStatus.Sent)} and {ReminderEntityMapping.SinceColumn} ge {TableClient.CreateQueryFilter($"{from}")})";
    }

    private static string Is(ReminderStatus status) => $"{ReminderEntityMapping.StatusColumn} eq '{status}'";
}
