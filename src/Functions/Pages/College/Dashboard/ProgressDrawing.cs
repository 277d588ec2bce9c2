using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reports;

namespace PhotoFunctions.Functions.Pages.College.Dashboard;

/// <summary>Where everything stands in a plot of the progress over time.</summary>
public sealed record ProgressDrawing
{
    /// <summary>Labels at the ends of lines are so far apart at least.</summary>
    public const double LabelHeight = 16;

    // More points than a screen has pixels for would only cost bytes.
    private const int MostPoints = 200;

    // A window without a real end, or one that is long over, would press everything together: its deadline is told, not drawn.
    private const int MostDays = 800;

    /// <summary>The room that it has.</summary>
    public required PlotFrame Frame { get; init; }

    /// <summary>The lines; none before the first day.</summary>
    public required IReadOnlyList<PlotLine> Lines { get; init; }

    /// <summary>The height of all students.</summary>
    public required double StudentsY { get; init; }

    /// <summary>Where the deadline stands; null when it is too far away to be drawn.</summary>
    public required double? DeadlineX { get; init; }

    /// <summary>Where today stands; null when it is not among the days.</summary>
    public required double? TodayX { get; init; }

    /// <summary>Numbers of students on the left, from 0.</summary>
    public required IReadOnlyList<(int Students, double Y)> Heights { get; init; }

    /// <summary>Days below.</summary>
    public required IReadOnlyList<(DateOnly Date, double X)> Dates { get; init; }

    /// <summary>Draws.</summary>
    /// <param name="days">The days in order, without gaps.</param>
    /// <param name="students">All students.</param>
    /// <param name="window">From when to when photos are collected.</param>
    /// <param name="today">Today (UTC+8).</param>
    /// <param name="frame">The room.</param>
    /// <returns>The drawing.</returns>
    public static ProgressDrawing Of(
        IReadOnlyList<DayProgress> days, int students, CollectionWindow window, DateOnly today, PlotFrame frame)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(frame);
        var first = days.Count > 0 ? days[0].Date.DayNumber : window.OpensOn.DayNumber;
        var last = days.Count > 0 ? days[^1].Date.DayNumber : first;
        var deadline = window.ClosesOn.DayNumber;
        var isDrawn = Math.Max(last, deadline) - Math.Min(first, deadline) <= MostDays;
        var (from, to) = isDrawn ? (Math.Min(first, deadline), Math.Max(last, deadline)) : (first, last);
        var most = days.Count > 0 ? Math.Max(days[^1].Total, Math.Max(days[^1].ConfirmedTotal, days[^1].VerifiedTotal)) : 0;
        var heights = HeightsOf(Math.Max(1, Math.Max(students, most)));
        return new ProgressDrawing
        {
            Frame = frame,
            Lines = Apart(LinesOf().ToList(), frame),
            StudentsY = Y(students),
            DeadlineX = isDrawn ? X(deadline) : null,
            TodayX = from <= today.DayNumber && today.DayNumber <= to ? X(today.DayNumber) : null,
            Heights = [.. heights.Select(height => (height, Y(height)))],
            Dates = [.. DatesOf(from, to, frame == PlotFrame.Narrow ? 2 : 4).Select(day => (DateOnly.FromDayNumber(day), X(day)))],
        };

        double X(int day) => frame.Left + ((frame.Right - frame.Left) * (day - from) / Math.Max(1, to - from));

        double Y(int count) => frame.Bottom - ((frame.Bottom - frame.Top) * count / heights[^1]);

        IEnumerable<PlotLine> LinesOf()
        {
            if (days.Count == 0)
            {
                yield break;
            }

            var shown = Some(days, MostPoints);
            yield return LineOf(PlotLineKind.Accepted, shown, day => day.Total);
            yield return LineOf(PlotLineKind.Confirmed, shown, day => day.ConfirmedTotal);
            yield return LineOf(PlotLineKind.Verified, shown, day => day.VerifiedTotal);
        }

        PlotLine LineOf(PlotLineKind kind, IReadOnlyList<DayProgress> shown, Func<DayProgress, int> total) => new(
            kind, [.. shown.Select(day => (X(day.Date.DayNumber), Y(total(day))))], total(shown[^1]), Y(total(shown[^1])));
    }

    /// <summary>At most so many of the days, evenly spread, the first and the last among them.</summary>
    /// <param name="days">The days.</param>
    /// <param name="most">How many, from 2.</param>
    /// <returns>Some of them, in order.</returns>
    public static IReadOnlyList<DayProgress> Some(IReadOnlyList<DayProgress> days, int most)
    {
        ArgumentNullException.ThrowIfNull(days);
        var step = Math.Max(1, (int)Math.Ceiling((days.Count - 1) / (double)(most - 1)));
        return [.. days.Where((_, i) => i == 0 || (days.Count - 1 - i) % step == 0)];
    }

    // 0 and up to five multiples of 1, 2 or 5 with zeros behind it, the last one not below the most.
    private static int[] HeightsOf(int most)
    {
        var (step, next) = (1, 0);
        while (step * 5L < most)
        {
            // 1 → 2 → 5 → 10.
            step = next == 1 ? step / 2 * 5 : step * 2;
            next = (next + 1) % 3;
        }

        return [.. Enumerable.Range(0, (int)Math.Ceiling(most / (double)step) + 1).Select(i => i * step)];
    }

    private static IEnumerable<int> DatesOf(int from, int to, int parts) =>
        Enumerable.Range(0, parts + 1).Select(i => from + (int)Math.Round((to - from) * i / (double)parts)).Distinct();

    // Labels that would stand in each other are pushed down, and up again where the frame ends.
    private static List<PlotLine> Apart(List<PlotLine> lines, PlotFrame frame)
    {
        var ordered = lines.OrderBy(line => line.LabelY).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            ordered[i] = ordered[i] with { LabelY = Math.Max(ordered[i].LabelY, ordered[i - 1].LabelY + LabelHeight) };
        }

        for (var i = ordered.Count - 1; i >= 0; i--)
        {
            var lowest = i == ordered.Count - 1 ? frame.Bottom : ordered[i + 1].LabelY - LabelHeight;
            ordered[i] = ordered[i] with { LabelY = Math.Min(ordered[i].LabelY, lowest) };
        }

        return ordered;
    }
}
