using System.Globalization;
using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage.Retention;

namespace PhotoFunctions.Functions.Storage.Reminders;

/// <summary>
/// The mails of each hour of the clock in one row, shared by all instances of the app. Whoever takes some writes them down first: what is
/// taken and not sent is lost. Without limits nothing is written.
/// </summary>
internal sealed class TableMailQuota(StorageAccount storage, MailLimits limits, TimeProvider time) : IMailQuota
{
    // No teaching point's partition: those hold a '~'.
    private const string Partition = "quota";

    // Each round means that somebody else took some in between.
    private const int MostRounds = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    public async Task<MailAllowance> TakeAsync(int wanted, CancellationToken cancellationToken)
    {
        if (limits is { PerMinute: null, PerHour: null })
        {
            return new MailAllowance(wanted, null);
        }

        for (var round = 0; round < MostRounds; round++)
        {
            var now = time.GetUtcNow();
            var stored = await storage.Reminders.GetEntityIfExistsAsync<TableEntity>(
                Partition, HourOf(now), cancellationToken: cancellationToken);
            var row = stored.HasValue ? stored.Value! : new TableEntity(Partition, HourOf(now));
            var leftOfHour = (limits.PerHour ?? int.MaxValue) - Count(row, "Count");
            var taken = row.GetInt32("Minute") == now.UtcDateTime.Minute ? Count(row, "MinuteCount") : 0;
            var leftOfMinute = (limits.PerMinute ?? int.MaxValue) - taken;
            var granted = Math.Max(0, Math.Min(wanted, Math.Min(leftOfHour, leftOfMinute)));
            var allowance = new MailAllowance(granted, AskAgainAt(now, wanted - granted, leftOfHour - granted));
            row["Count"] = Count(row, "Count") + granted;
            row["Minute"] = now.UtcDateTime.Minute;
            row["MinuteCount"] = taken + granted;
            if (granted == 0 || await TryWriteAsync(row, now, cancellationToken))
            {
                return allowance;
            }
        }

        throw new InvalidOperationException($"Others took mails {MostRounds} times while some were asked for.");
    }

    /// <summary>How much of this hour is used; takes nothing.</summary>
    public async Task<MailHour> LookAsync(CancellationToken cancellationToken)
    {
        if (limits is { PerMinute: null, PerHour: null })
        {
            return new MailHour(limits.Provider, 0, null);
        }

        var stored = await storage.Reminders.GetEntityIfExistsAsync<TableEntity>(
            Partition, HourOf(time.GetUtcNow()), cancellationToken: cancellationToken);
        return new MailHour(limits.Provider, stored.HasValue ? Count(stored.Value!, "Count") : 0, limits.PerHour);
    }

    private static DateTimeOffset? AskAgainAt(DateTimeOffset now, int lacking, int leftOfHour) =>
        lacking == 0 ? null
        : leftOfHour <= 0 ? Next(now, TimeSpan.FromHours(1))
        : Next(now, TimeSpan.FromMinutes(1));

    private static DateTimeOffset Next(DateTimeOffset now, TimeSpan span) =>
        new(now.UtcTicks - (now.UtcTicks % span.Ticks) + span.Ticks, TimeSpan.Zero);

    private static int Count(TableEntity row, string column) => row.GetInt32(column) ?? 0;

    private string HourOf(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{limits.Provider}~{at.UtcDateTime:yyyyMMddHH}");

    private async Task<bool> TryWriteAsync(TableEntity row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            if (row.ETag != default)
            {
                await storage.Reminders.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Merge, cancellationToken);
                return true;
            }

            await storage.Reminders.AddEntityAsync(row, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            // Somebody else took some, or this very change got through and only its answer was lost: those are lost, too.
            return false;
        }

        // A new hour is the time to forget old ones.
        var (first, last) = ($"{limits.Provider}~", HourOf(now - Kept));
        await RowErasure.EraseAsync(
            storage.Reminders,
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {first} and RowKey lt {last}"),
            cancellationToken);
        return true;
    }
}
