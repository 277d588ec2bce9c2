using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Storage.Reminders;

/// <summary>The ledger of mails in its table: a partition for each teaching point, a row for each occasion of each recipient.</summary>
internal sealed class TableReminderLedger(StorageAccount storage) : IReminderLedger
{
    // The service takes 15 comparisons in one question: one for the partition, two for the status, three for each kind.
    private const int MostKindsAtOnce = 4;

    private const string IsOpen =
        $"({ReminderEntityMapping.StatusColumn} eq '{nameof(ReminderStatus.Pending)}'"
        + $" or {ReminderEntityMapping.StatusColumn} eq '{nameof(ReminderStatus.Sending)}')";

    public async Task<IReadOnlyList<ReminderEntry>> ReadAsync(
        CohortCode cohort,
        TeachingPointCode? point,
        IReadOnlyDictionary<ReminderKind, DateOnly?> from,
        CancellationToken cancellationToken)
    {
        var lines = new List<ReminderEntry>();
        foreach (var kinds in from.Chunk(MostKindsAtOnce))
        {
            // One question for what is open, whatever its day, and for all since a day. The service walks through the partition for the
            // first anyway, so that ranges of keys would save nothing.
            var sinceDay = kinds.Where(kind => kind.Value is not null)
                .Select(kind => $" or ({Is(kind.Key)} and {ReminderEntityMapping.DayColumn} ge '{Occasion.DayText(kind.Value!.Value)}')");
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ReminderEntityMapping.Partition(cohort, point)}")
                + $" and (({IsOpen} and ({string.Join(" or ", kinds.Select(kind => Is(kind.Key)))})){string.Concat(sinceDay)})";
            lines.AddRange(await storage.Reminders.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
                .Select(ReminderEntityMapping.ToEntry)
                .ToListAsync(cancellationToken));
        }

        return lines;
    }

    public async Task<ReminderEntry?> FindAsync(ReminderKey key, CancellationToken cancellationToken)
    {
        var partition = ReminderEntityMapping.Partition(key.Cohort, key.TeachingPoint);
        var row = await storage.Reminders.GetEntityIfExistsAsync<TableEntity>(
            partition, ReminderEntityMapping.RowKey(key), cancellationToken: cancellationToken);
        return row.HasValue ? ReminderEntityMapping.ToEntry(row.Value!) : null;
    }

    // A line of which the answer was lost is taken for another round's: it is there, open, and the next round finds it.
    public async Task<IReadOnlyList<ReminderEntry>> AddAsync(
        IReadOnlyCollection<ReminderEntry> entries, CancellationToken cancellationToken)
    {
        var added = new ConcurrentBag<ReminderEntry>();
        await TableBatches.AddAsync(
            storage.Reminders,
            entries.DistinctBy(entry => entry.Key),
            ReminderEntityMapping.ToRow,
            (entry, eTag) => added.Add(entry with { Version = eTag.ToString("G") }),
            cancellationToken);
        return [.. added];
    }

    public async Task<ReminderEntry?> TryChangeAsync(ReminderEntry entry, CancellationToken cancellationToken)
    {
        var eTag = new ETag(entry.Version ?? throw new ArgumentException("Expected the version of a stored line.", nameof(entry)));
        try
        {
            var response = await storage.Reminders.UpdateEntityAsync(
                ReminderEntityMapping.ToRow(entry), eTag, TableUpdateMode.Merge, cancellationToken);
            return entry with { Version = response.Headers.ETag!.Value.ToString("G") };
        }
        catch (RequestFailedException ex) when (ex.Status == 412)
        {
            // Somebody else was first. Or this very change got through and only its answer was lost: a line under our operation, as we
            // want it, is ours.
            return entry.OperationId is not null
                && await FindAsync(entry.Key, cancellationToken) is { } stored
                && stored == entry with { Version = stored.Version }
                ? stored
                : null;
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            // Erased with the cohort.
            return null;
        }
    }

    private static string Is(ReminderKind kind) => $"{ReminderEntityMapping.KindColumn} eq '{kind}'";
}
