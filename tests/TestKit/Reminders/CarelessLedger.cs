using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.TestKit.Reminders;

/// <summary>A control: a ledger that changes a line whoever has changed it meanwhile. A campaign over it must find doubled mails.</summary>
public sealed class CarelessLedger(IReminderLedger ledger) : IReminderLedger
{
    public Task<IReadOnlyList<ReminderEntry>> ReadAsync(
        CohortCode cohort,
        TeachingPointCode? point,
        IReadOnlyDictionary<ReminderKind, DateOnly?> from,
        CancellationToken cancellationToken) => ledger.ReadAsync(cohort, point, from, cancellationToken);

    public Task<ReminderEntry?> FindAsync(ReminderKey key, CancellationToken cancellationToken) => ledger.FindAsync(key, cancellationToken);

    public Task<IReadOnlyList<ReminderEntry>> AddAsync(
        IReadOnlyCollection<ReminderEntry> entries, CancellationToken cancellationToken) => ledger.AddAsync(entries, cancellationToken);

    public async Task<ReminderEntry?> TryChangeAsync(ReminderEntry entry, CancellationToken cancellationToken)
    {
        var stored = await ledger.FindAsync(entry.Key, cancellationToken);
        return await ledger.TryChangeAsync(entry with { Version = stored!.Version }, cancellationToken);
    }
}
