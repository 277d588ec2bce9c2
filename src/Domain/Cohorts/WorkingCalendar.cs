using System.Text.Json;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>
/// 工作日: Monday to Friday, but for what the State Council has published. All days are days of China (UTC+8).
/// </summary>
public sealed class WorkingCalendar
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    private readonly Dictionary<int, HolidayYear> _years;

    // True: everybody works; false: nobody does. What no list names is as its day of the week.
    private readonly Dictionary<DateOnly, bool> _named = [];

    private WorkingCalendar(IEnumerable<HolidayYear> years)
    {
        _years = years.ToDictionary(year => year.Year);

        // Where two lists speak of one day, the later one was published later.
        foreach (var year in Years)
        {
            foreach (var day in year.OffDays)
            {
                _named[day] = false;
            }

            foreach (var day in year.WorkDays)
            {
                _named[day] = true;
            }
        }
    }

    /// <summary>The years that come with the program. Source: the State Council's notices on holidays of 2023 to 2026.</summary>
    public static WorkingCalendar Shipped { get; } = new(ReadShipped());

    /// <summary>The years whose holidays are known, in order.</summary>
    public IEnumerable<HolidayYear> Years => _years.Values.OrderBy(year => year.Year);

    /// <summary>Adds years, in place of those that are known already.</summary>
    /// <param name="years">What an administrator stored.</param>
    /// <returns>The calendar with them.</returns>
    public WorkingCalendar With(IReadOnlyCollection<HolidayYear> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        return years.Count == 0 ? this : new WorkingCalendar(years.UnionBy(Years, year => year.Year));
    }

    /// <summary>The holidays of one year.</summary>
    /// <param name="year">The year.</param>
    /// <returns>The year, or null when nobody published it.</returns>
    public HolidayYear? Find(int year) => _years.GetValueOrDefault(year);

    /// <summary>Whether people work on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True on a working day.</returns>
    public bool IsWorkingDay(DateOnly day) => _named.TryGetValue(day, out var works) ? works : !IsWeekend(day);

    /// <summary>How many days of a year are working days.</summary>
    /// <param name="year">The year, 1 to 9998.</param>
    /// <returns>The number.</returns>
    public int WorkingDaysIn(int year)
    {
        var first = new DateOnly(year, 1, 1);
        var days = new DateOnly(year + 1, 1, 1).DayNumber - first.DayNumber;
        return Enumerable.Range(0, days).Count(i => IsWorkingDay(first.AddDays(i)));
    }

    /// <summary>The day on which a wait is over; the day after its start counts as 1.</summary>
    /// <param name="start">The day on which the wait starts.</param>
    /// <param name="wait">How long, in <paramref name="unit"/>, from 1.</param>
    /// <param name="unit">What is counted.</param>
    /// <returns>The day.</returns>
    public DueDate After(DateOnly start, int wait, WaitUnit unit = WaitUnit.WorkingDays)
    {
        var (day, left, isPublished) = (start, wait, true);
        while (left > 0 && day < DateOnly.MaxValue)
        {
            day = day.AddDays(1);
            left -= unit == WaitUnit.Days || IsWorkingDay(day) ? 1 : 0;
            isPublished &= unit == WaitUnit.Days || IsPublished(day);
        }

        return new DueDate(day, !isPublished);
    }

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // The last days of a year may belong to the list of the next one.
    private bool IsPublished(DateOnly day)
    {
        var shifted = DateOnly.FromDayNumber(Math.Min(day.DayNumber + HolidayYear.DaysAround, DateOnly.MaxValue.DayNumber));
        return _years.ContainsKey(day.Year) && _years.ContainsKey(shifted.Year);
    }

    private static IEnumerable<HolidayYear> ReadShipped()
    {
        using var stream = typeof(WorkingCalendar).Assembly.GetManifestResourceStream("holidays.json")!;
        return
        [
            .. from year in JsonSerializer.Deserialize<ShippedYear[]>(stream, Json)!
               select HolidayYear.Create(year.Year, year.Off, year.Work).Value
                   ?? throw new InvalidDataException($"holidays.json: the year {year.Year} cannot be used."),
        ];
    }

    private sealed record ShippedYear(int Year, DateOnly[] Off, DateOnly[] Work);
}
