using System.Globalization;

namespace PhotoFunctions.LocalHost.Settings;

/// <summary>The app's own setting that moves its clock: how far it is from the real one.</summary>
internal static class ClockSetting
{
    public const string Name = "ClockOffset";

    /// <summary>What people write: a date, a time, and how far it is from UTC.</summary>
    public const string Example = "2027-06-23T09:00+08:00";

    private static readonly string[] Shapes =
        [.. from seconds in new[] { "", "':'ss" } from zone in new[] { "zzz", "'Z'" } select $"yyyy-MM-dd'T'HH':'mm{seconds}{zone}"];

    /// <summary>Reads what <c>--clock</c> is given. A time without its offset would mean another moment on every machine.</summary>
    public static bool TryRead(string text, out DateTimeOffset clock) =>
        DateTimeOffset.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out clock);

    /// <summary>
    /// The setting's value, if the clock is to show this now. Whole seconds, as storage dates what is written; never a moment before.
    /// </summary>
    public static string ValueFor(DateTimeOffset clock, TimeProvider time) =>
        TimeSpan.FromSeconds(Math.Ceiling((clock - time.GetUtcNow()).TotalSeconds)).ToString("c", CultureInfo.InvariantCulture);
}
