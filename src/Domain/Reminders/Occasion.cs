using System.Globalization;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>
/// What a mail is sent for: the nominal day, before it is moved away from holidays and the night. Nobody gets one occasion twice.
/// </summary>
/// <param name="On">The nominal day (UTC+8).</param>
/// <param name="Mark">
/// What tells causes of one day apart, such as a result's line of history; A–Z a–z 0–9 only. Null when the day does.
/// </param>
public sealed record Occasion(DateOnly On, string? Mark = null)
{
    /// <summary>The occasion as it stands in keys; earlier ones sort first.</summary>
    public string Text => Mark is null ? DayText(On) : $"{DayText(On)}-{Mark}";

    /// <summary>A day as it stands in keys.</summary>
    /// <param name="day">The day.</param>
    /// <returns>For example <c>20270623</c>.</returns>
    public static string DayText(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The occasion, or null for another text.</returns>
    public static Occasion? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('-', 2);
        return DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new Occasion(on, parts.Length > 1 ? parts[1] : null)
            : null;
    }

    /// <summary>The occasion as it stands in keys.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
