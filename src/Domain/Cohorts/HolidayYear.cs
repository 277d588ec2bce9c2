using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>
/// What the State Council has published about one year: on which days nobody works, and on which weekends everybody does (调休).
/// </summary>
public sealed record HolidayYear
{
    /// <summary>How far outside its year a list may reach, in days: 2022-12-31 belongs to the list of 2023.</summary>
    public const int DaysAround = 7;

    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private const int FewestOffDays = 10;
    private const int MostOffDays = 45;
    private const int MostWorkDays = 15;

    private HolidayYear(int year, IReadOnlyList<DateOnly> off, IReadOnlyList<DateOnly> work)
    {
        Year = year;
        OffDays = off;
        WorkDays = work;
    }

    /// <summary>The year, 2000 to 2100.</summary>
    public int Year { get; }

    /// <summary>Days on which nobody works, weekends among them, in order; 10 to 45.</summary>
    public IReadOnlyList<DateOnly> OffDays { get; }

    /// <summary>Saturdays and Sundays on which everybody works, in order; at most 15.</summary>
    public IReadOnlyList<DateOnly> WorkDays { get; }

    /// <summary>Builds a year from what somebody sent, in any order. Failure: <c>calendar-invalid</c>.</summary>
    /// <param name="year">The year.</param>
    /// <param name="off">Days on which nobody works.</param>
    /// <param name="work">Weekend days on which everybody works.</param>
    /// <returns>The year, or the failure that names the first wrong date.</returns>
    public static Result<HolidayYear> Create(int year, IReadOnlyCollection<DateOnly> off, IReadOnlyCollection<DateOnly> work)
    {
        ArgumentNullException.ThrowIfNull(off);
        ArgumentNullException.ThrowIfNull(work);
        if (year is < FirstYear or > LastYear)
        {
            return CalendarFailures.YearOutOfRange(FirstYear, LastYear);
        }

        return FirstBroken(year, off, work) is { } broken ? broken : new HolidayYear(year, [.. off.Order()], [.. work.Order()]);
    }

    private static Failure? FirstBroken(int year, IReadOnlyCollection<DateOnly> off, IReadOnlyCollection<DateOnly> work)
    {
        if (off.Count is < FewestOffDays or > MostOffDays)
        {
            return CalendarFailures.WrongNumber("off", FewestOffDays, MostOffDays, off.Count);
        }

        if (work.Count > MostWorkDays)
        {
            return CalendarFailures.WrongNumber("work", 0, MostWorkDays, work.Count);
        }

        var named = new HashSet<DateOnly>();
        foreach (var day in off.Concat(work))
        {
            if (day < new DateOnly(year, 1, 1).AddDays(-DaysAround) || day > new DateOnly(year, 12, 31).AddDays(DaysAround))
            {
                return CalendarFailures.OtherYear(day, year);
            }

            if (!named.Add(day))
            {
                return CalendarFailures.NamedTwice(day);
            }
        }

        // Source: the State Council's rules for festivals; their dates do not follow the moon. Without one, a day was mistyped.
        return work.Where(day => !WorkingCalendar.IsWeekend(day)).Select(CalendarFailures.NoWeekend).FirstOrDefault()
            ?? new[] { new DateOnly(year, 1, 1), new DateOnly(year, 5, 1), new DateOnly(year, 10, 1) }
                .Except(off).Select(CalendarFailures.FestivalMissing).FirstOrDefault();
    }
}
