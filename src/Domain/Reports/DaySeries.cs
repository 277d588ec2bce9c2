using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Reports;

/// <summary>Counts students by the day on which they arrived where they stand.</summary>
internal sealed class DaySeries
{
    /// <summary>More than a year of days is no picture that anybody looks at: the last ones are shown.</summary>
    internal const int MostDays = 400;

    private readonly SortedDictionary<DateOnly, Arrivals> _days = [];
    private CollectionWindow? _span;

    internal void Widen(CollectionWindow window) => _span = _span is null
        ? window
        : new CollectionWindow(
            window.OpensOn < _span.OpensOn ? window.OpensOn : _span.OpensOn,
            window.ClosesOn > _span.ClosesOn ? window.ClosesOn : _span.ClosesOn);

    internal void Accept(DateTimeOffset at) => On(at, day => day with { Accepted = day.Accepted + 1 });

    internal void Confirm(DateTimeOffset at) => On(at, day => day with { Confirmed = day.Confirmed + 1 });

    internal void Verify(DateTimeOffset at) => On(at, day => day with { Verified = day.Verified + 1 });

    internal void Add(DaySeries other)
    {
        foreach (var (date, counts) in other._days)
        {
            _days[date] = _days.GetValueOrDefault(date, Arrivals.None).Plus(counts);
        }

        if (other._span is not null)
        {
            Widen(other._span);
        }
    }

    /// <summary>From the opening to the last day or the last arrival, but not beyond today; totals count what came before, too.</summary>
    internal IReadOnlyList<DayProgress> Until(DateOnly today)
    {
        if (_span is null)
        {
            return [];
        }

        var last = _days.Count == 0 || _days.Keys.Last() < _span.ClosesOn ? _span.ClosesOn : _days.Keys.Last();
        last = last < today ? last : today;
        var first = Math.Max(_span.OpensOn.DayNumber, last.DayNumber - MostDays + 1);
        var total = Arrivals.None;
        foreach (var (_, counts) in _days.TakeWhile(day => day.Key.DayNumber < first))
        {
            total = total.Plus(counts);
        }

        var series = new List<DayProgress>();
        for (var number = first; number <= last.DayNumber; number++)
        {
            var date = DateOnly.FromDayNumber(number);
            var day = _days.GetValueOrDefault(date, Arrivals.None);
            total = total.Plus(day);
            series.Add(new DayProgress(
                date, day.Accepted, total.Accepted, day.Confirmed, total.Confirmed, day.Verified, total.Verified));
        }

        return series;
    }

    private void On(DateTimeOffset at, Func<Arrivals, Arrivals> count)
    {
        var date = ChinaTime.DateAt(at);
        _days[date] = count(_days.GetValueOrDefault(date, Arrivals.None));
    }

    private sealed record Arrivals(int Accepted, int Confirmed, int Verified)
    {
        internal static Arrivals None { get; } = new(0, 0, 0);

        internal Arrivals Plus(Arrivals other) => new(Accepted + other.Accepted, Confirmed + other.Confirmed, Verified + other.Verified);
    }
}
