using System.Globalization;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>
/// China Standard Time, UTC+8 without daylight saving. Computed here, because time zone settings do not work on every hosting plan.
/// </summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The calendar date in China at an instant.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>The date.</returns>
    public static DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The hour of the day in China at an instant.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>0 to 23.</returns>
    public static int HourAt(DateTimeOffset instant) => instant.ToOffset(Offset).Hour;

    /// <summary>An hour of a day in China.</summary>
    /// <param name="day">The date there.</param>
    /// <param name="hour">The hour there, 0 to 23.</param>
    /// <returns>The instant.</returns>
    public static DateTimeOffset At(DateOnly day, int hour) => new(day, new TimeOnly(hour, 0), Offset);

    /// <summary>The date and the time in China at an instant, as exported files show them.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>For example <c>2023-04-20 13:05:06</c>.</returns>
    public static string TextAt(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
