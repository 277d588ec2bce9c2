using System.Globalization;

namespace PhotoFunctions.Benchmarks;

/// <summary>Durations of one kind.</summary>
internal sealed class Sample(IEnumerable<TimeSpan> durations)
{
    private readonly TimeSpan[] _sorted = [.. durations.Order()];

    public TimeSpan Median => _sorted.Length % 2 == 1
        ? _sorted[_sorted.Length / 2]
        : (_sorted[_sorted.Length / 2 - 1] + _sorted[_sorted.Length / 2]) / 2;

    public TimeSpan Percentile95 => _sorted[(int)Math.Ceiling(_sorted.Length * 0.95) - 1];

    public TimeSpan Longest => _sorted[^1];

    public static string Milliseconds(TimeSpan duration) =>
        string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds,9:0.000} ms");

    public override string ToString() =>
        $"median {Milliseconds(Median)}   95 % {Milliseconds(Percentile95)}   longest {Milliseconds(Longest)}   (n = {_sorted.Length})";
}
