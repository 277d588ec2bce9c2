using System.Globalization;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.TestKit.Fakes;

/// <summary>The ledger of mails in memory. A read costs what it finds, so that years of rounds are quick.</summary>
public sealed class InMemoryReminderLedger(FaultPlan faults) : IReminderLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ReminderKey, ReminderEntry> _lines = [];
    private readonly Dictionary<Place, HashSet<ReminderKey>> _open = [];
    private readonly Dictionary<Place, SortedList<DateOnly, List<ReminderKey>>> _byDay = [];
    private long _version;

    /// <summary>All lines, in no order.</summary>
    public IReadOnlyList<ReminderEntry> Lines => Locked(() => _lines.Values.ToList());

    /// <summary>Runs once before the next change of a line: the moment at which somebody else gets in between.</summary>
    public Action? BeforeNextChange { get; set; }

    public Task<IReadOnlyList<ReminderEntry>> ReadAsync(
        CohortCode cohort,
        TeachingPointCode? point,
        IReadOnlyDictionary<ReminderKind, DateOnly?> from,
        CancellationToken cancellationToken) => faults.RunAsync<IReadOnlyList<ReminderEntry>>(() => Locked(() =>
            from.SelectMany(kind => Read(new Place(cohort, point, kind.Key), kind.Value)).ToList()));

    public Task<ReminderEntry?> FindAsync(ReminderKey key, CancellationToken cancellationToken) =>
        faults.RunAsync(() => Locked(() => _lines.GetValueOrDefault(key)));

    public Task<IReadOnlyList<ReminderEntry>> AddAsync(IReadOnlyCollection<ReminderEntry> entries, CancellationToken cancellationToken) =>
        faults.RunAsync<IReadOnlyList<ReminderEntry>>(() => Locked(() =>
            entries.Where(entry => !_lines.ContainsKey(entry.Key)).DistinctBy(entry => entry.Key).Select(Add).ToList()));

    public Task<ReminderEntry?> TryChangeAsync(ReminderEntry entry, CancellationToken cancellationToken)
    {
        var expected = entry.Version ?? throw new ArgumentException("Expected the version of a stored line.", nameof(entry));
        return faults.RunAsync(() =>
        {
            var before = BeforeNextChange;
            BeforeNextChange = null;
            before?.Invoke();
            return Locked(() => _lines.GetValueOrDefault(entry.Key)?.Version == expected ? Store(entry) : null);
        });
    }

    private IEnumerable<ReminderEntry> Read(Place place, DateOnly? from)
    {
        var found = new HashSet<ReminderKey>(_open.GetValueOrDefault(place, []));
        if (from is not null && _byDay.TryGetValue(place, out var days))
        {
            for (var i = days.Count - 1; i >= 0 && days.GetKeyAtIndex(i) >= from; i--)
            {
                found.UnionWith(days.GetValueAtIndex(i));
            }
        }

        return found.Select(key => _lines[key]);
    }

    private ReminderEntry Add(ReminderEntry entry)
    {
        var place = Place.Of(entry.Key);
        if (!_byDay.TryGetValue(place, out var days))
        {
            (_byDay[place], _open[place]) = (days = [], []);
        }

        if (!days.TryGetValue(entry.Key.Occasion.On, out var day))
        {
            days[entry.Key.Occasion.On] = day = [];
        }

        day.Add(entry.Key);
        return Store(entry);
    }

    private ReminderEntry Store(ReminderEntry entry)
    {
        var stored = entry with { Version = (++_version).ToString(CultureInfo.InvariantCulture) };
        _lines[entry.Key] = stored;
        if (stored.IsOpen)
        {
            _open[Place.Of(entry.Key)].Add(entry.Key);
        }
        else
        {
            _open[Place.Of(entry.Key)].Remove(entry.Key);
        }

        return stored;
    }

    private T Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }

    private sealed record Place(CohortCode Cohort, TeachingPointCode? Point, ReminderKind Kind)
    {
        public static Place Of(ReminderKey key) => new(key.Cohort, key.TeachingPoint, key.Kind);
    }
}
