using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>When people may be written to: between 08:00 and 20:00 in China, and what falls on a holiday on a working day.</summary>
public static class SendingHours
{
    private const int FirstHour = 8;
    private const int EndHour = 20;

    /// <summary>Whether mails may be sent.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>False at night.</returns>
    public static bool AreOpen(DateTimeOffset now) => ChinaTime.HourAt(now) is >= FirstHour and < EndHour;

    /// <summary>The next instant at which mails may be sent.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>The instant itself by day, else the next morning.</returns>
    public static DateTimeOffset NextOpening(DateTimeOffset now)
    {
        var day = ChinaTime.DateAt(now);
        return AreOpen(now) ? now : ChinaTime.At(ChinaTime.HourAt(now) < FirstHour ? day : day.AddDays(1), FirstHour);
    }

    /// <summary>
    /// Moves a day away from holidays: to the next working day, or, when that would be too late, to the last one before.
    /// </summary>
    /// <param name="calendar">The working days.</param>
    /// <param name="day">The nominal day.</param>
    /// <param name="latest">The day after which it would be too late; null when no day is.</param>
    /// <returns>The day.</returns>
    public static DateOnly WorkingDayFor(WorkingCalendar calendar, DateOnly day, DateOnly? latest = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var moved = day;
        while (!calendar.IsWorkingDay(moved) && moved < DateOnly.MaxValue)
        {
            moved = moved.AddDays(1);
        }

        if (moved <= latest.GetValueOrDefault(DateOnly.MaxValue))
        {
            return moved;
        }

        for (moved = day; !calendar.IsWorkingDay(moved) && moved > DateOnly.MinValue;)
        {
            moved = moved.AddDays(-1);
        }

        return moved;
    }
}
