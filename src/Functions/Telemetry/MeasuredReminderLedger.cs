using System.Collections.Concurrent;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>Counts what became of mails where it is recorded, once for each mail.</summary>
internal sealed class MeasuredReminderLedger(IReminderLedger inner, AppMeter meter) : IReminderLedger
{
    /// <summary>The provider did not take it now; a later round tries again.</summary>
    public const string Postponed = "postponed";

    // Lines that this process has claimed, by their version: one that goes back to pending was not taken, any other was taken back by
    // people.
    private readonly ConcurrentDictionary<string, string?> _claimed = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<ReminderEntry>> ReadAsync(
        CohortCode cohort,
        TeachingPointCode? point,
        IReadOnlyDictionary<ReminderKind, DateOnly?> from,
        CancellationToken cancellationToken) => inner.ReadAsync(cohort, point, from, cancellationToken);

    public Task<ReminderEntry?> FindAsync(ReminderKey key, CancellationToken cancellationToken) => inner.FindAsync(key, cancellationToken);

    public Task<IReadOnlyList<ReminderEntry>> AddAsync(IReadOnlyCollection<ReminderEntry> entries, CancellationToken cancellationToken) =>
        inner.AddAsync(entries, cancellationToken);

    public async Task<ReminderEntry?> TryChangeAsync(ReminderEntry entry, CancellationToken cancellationToken)
    {
        var changed = await inner.TryChangeAsync(entry, cancellationToken);
        string? provider = null;
        var wasClaimed = entry.Version is { } version && _claimed.TryRemove(version, out provider);
        if (changed is null)
        {
            return null;
        }

        switch (changed.Status)
        {
            case ReminderStatus.Sending when changed.Version is { } claim:
                _claimed[claim] = changed.Provider;
                break;
            case ReminderStatus.Pending when wasClaimed:
                meter.Mail(Postponed, changed.Key.Kind, provider);
                break;
            case ReminderStatus.Sent or ReminderStatus.Failed or ReminderStatus.Unknown or ReminderStatus.Dropped:
                meter.Mail(AppMeter.NameOf(changed.Status), changed.Key.Kind, changed.Provider);
                break;
        }

        return changed;
    }
}
