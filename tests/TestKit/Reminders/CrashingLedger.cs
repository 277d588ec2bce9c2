using System.Collections.Concurrent;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.TestKit.Reminders;

/// <summary>A ledger whose changes may be cut short, and that remembers which mail each operation was about.</summary>
public sealed class CrashingLedger(IReminderLedger ledger, Crashes crashes) : IReminderLedger
{
    private readonly ConcurrentDictionary<string, ReminderKey> _operations = new();
    private readonly ConcurrentDictionary<ReminderKey, byte> _known = new();
    private readonly ConcurrentDictionary<(ReminderKind, TeachingPointCode?), DateOnly> _lastOfOffices = new();

    /// <summary>Which mail each operation was about, also of operations that came to nothing.</summary>
    public IReadOnlyDictionary<string, ReminderKey> Operations => _operations;

    /// <summary>The students' mails that were added, whatever became of them, without their teaching points.</summary>
    public IEnumerable<ReminderKey> Added => _known.Keys.Where(key => key.Student is not null);

    /// <summary>Whether a student's mail is in the ledger, at whatever teaching point.</summary>
    public bool Knows(ReminderKind kind, Occasion occasion, StudentNumber student, CohortCode cohort) =>
        _known.ContainsKey(new ReminderKey(cohort, null, kind, occasion, student));

    /// <summary>The last occasion for a digest that is in the ledger; null before the first.</summary>
    public DateOnly? LastOf(ReminderKind kind, TeachingPointCode? point) =>
        _lastOfOffices.TryGetValue((kind, point), out var day) ? day : null;

    public Task<IReadOnlyList<ReminderEntry>> ReadAsync(
        CohortCode cohort,
        TeachingPointCode? point,
        IReadOnlyDictionary<ReminderKind, DateOnly?> from,
        CancellationToken cancellationToken) => ledger.ReadAsync(cohort, point, from, cancellationToken);

    public Task<ReminderEntry?> FindAsync(ReminderKey key, CancellationToken cancellationToken) => ledger.FindAsync(key, cancellationToken);

    public Task<IReadOnlyList<ReminderEntry>> AddAsync(
        IReadOnlyCollection<ReminderEntry> entries, CancellationToken cancellationToken) =>
        entries.Count == 0
            ? ledger.AddAsync(entries, cancellationToken)
            : crashes.RunAsync(async () =>
            {
                var added = await ledger.AddAsync(entries, cancellationToken);
                foreach (var key in added.Select(entry => entry.Key))
                {
                    _known[key with { TeachingPoint = null }] = 0;
                    _lastOfOffices.AddOrUpdate(
                        (key.Kind, key.TeachingPoint), key.Occasion.On, (_, last) => last > key.Occasion.On ? last : key.Occasion.On);
                }

                return added;
            });

    public Task<ReminderEntry?> TryChangeAsync(ReminderEntry entry, CancellationToken cancellationToken)
    {
        if (entry.OperationId is { } operation)
        {
            _operations[operation] = entry.Key;
        }

        return crashes.RunAsync(() => ledger.TryChangeAsync(entry, cancellationToken));
    }
}
