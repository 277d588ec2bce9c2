using System.Globalization;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Progress;

/// <summary>Reads the days, and times of day, that people and platforms write; all are China's.</summary>
public static class ResultDate
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
    private static readonly string[] Times = ["", " H:mm", " H:mm:ss", "'T'H:mm", "'T'H:mm:ss"];
    private static readonly string[] Formats = [.. Days.SelectMany(_ => Times, (day, time) => day + time)];
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, ChinaOffset);

    private static TimeSpan ChinaOffset => TimeSpan.FromHours(8);

    /// <summary>Reads a day, with a time of day or as its first moment. Failure: <c>result-date</c>.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="now">The present: no result is of a later day.</param>
    /// <returns>The moment, or the failure.</returns>
    public static Result<DateTimeOffset> Parse(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = string.Concat(text.Trim().Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));
        if (!DateTime.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return ResultFailures.DateUnreadable(plain.Length);
        }

        // Held against the earliest first: the first hours of the calendar have no moment in China.
        var at = local >= Earliest.DateTime ? new DateTimeOffset(local, ChinaOffset) : DateTimeOffset.MinValue;
        return at >= Earliest && ChinaTime.DateAt(at) <= ChinaTime.DateAt(now)
            ? at
            : ResultFailures.DateOutOfRange(DateOnly.FromDateTime(local));
    }
}
