using CsCheck;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Functions.Pages.College.Dashboard;

namespace PhotoFunctions.Functions.Tests.Pages.College.Dashboard;

public sealed class ProgressDrawingTests
{
    private static readonly DateOnly Opens = new(2027, 4, 1);

    private static readonly Gen<(List<DayProgress> Days, int Students, CollectionWindow Window, DateOnly Today)> Anything = Gen.Select(
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 60]).List[0, 400],
        Gen.Int[0, 30],
        Gen.Int[0, 1500],
        Gen.Int[-10, 900],
        (counts, more, length, today) =>
        {
            var days = DaysOf(counts);
            var most = days.Count == 0 ? 0 : new[] { days[^1].Total, days[^1].ConfirmedTotal, days[^1].VerifiedTotal }.Max();
            return (days, most + more, new CollectionWindow(Opens, Opens.AddDays(length)), Opens.AddDays(today));
        });

    [Fact]
    public void Keeps_everything_in_its_frame() => Anything.Sample(drawn => Each(drawn, drawing =>
    {
        var frame = drawing.Frame;
        Assert.All(drawing.Lines.SelectMany(line => line.Points), point =>
        {
            Assert.InRange(point.X, frame.Left, frame.Right);
            Assert.InRange(point.Y, frame.Top, frame.Bottom);
        });
        Assert.InRange(drawing.StudentsY, frame.Top, frame.Bottom);
        Assert.All(drawing.Heights, height => Assert.InRange(height.Y, frame.Top - 0.01, frame.Bottom));
        Assert.InRange(drawing.Heights.Count, 2, 6);
        Assert.All(drawing.Dates, date => Assert.InRange(date.X, frame.Left, frame.Right));
        Assert.InRange(drawing.DeadlineX ?? frame.Left, frame.Left, frame.Right);
        Assert.InRange(drawing.TodayX ?? frame.Left, frame.Left, frame.Right);
    }));

    [Fact]
    public void Never_lets_a_line_go_back_or_down() => Anything.Sample(drawn => Each(drawn, drawing => Assert.All(
        drawing.Lines.SelectMany(line => line.Points.Zip(line.Points.Skip(1))),
        pair => Assert.True(pair.Second.X > pair.First.X && pair.Second.Y <= pair.First.Y))));

    [Fact]
    public void Ends_each_line_at_the_last_day_and_its_number() => Anything.Where(drawn => drawn.Days.Count > 0).Sample(drawn => Each(drawn, drawing =>
    {
        var last = drawn.Days[^1];
        Assert.Equal([last.Total, last.ConfirmedTotal, last.VerifiedTotal], drawing.Lines.OrderBy(line => line.Kind).Select(line => line.Total));
        Assert.Single(drawing.Lines.Select(line => line.Points[^1].X).Distinct());
        Assert.All(drawing.Lines, line => Assert.InRange(line.Points.Count, 1, 201));
    }));

    [Fact]
    public void Keeps_labels_apart_and_in_the_frame() => Anything.Sample(drawn => Each(drawn, drawing =>
    {
        var labels = drawing.Lines.Select(line => line.LabelY).Order().ToList();
        Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.Second - pair.First >= ProgressDrawing.LabelHeight - 0.001));
        Assert.All(labels, label => Assert.InRange(label, drawing.Frame.Top, drawing.Frame.Bottom));
    }));

    [Fact]
    public void Draws_one_day_nobody_and_a_window_that_has_not_opened()
    {
        var window = new CollectionWindow(Opens, Opens.AddDays(90));

        var one = ProgressDrawing.Of(DaysOf([(5, 0, 0)]), 10, window, Opens, PlotFrame.Wide);
        var nobody = ProgressDrawing.Of(DaysOf([(0, 0, 0)]), 0, window, Opens, PlotFrame.Wide);
        var before = ProgressDrawing.Of([], 10, window, Opens.AddDays(-5), PlotFrame.Narrow);

        Assert.Equal((PlotFrame.Wide.Left, PlotFrame.Wide.Right), (one.TodayX, one.DeadlineX));
        Assert.All(nobody.Lines, line => Assert.Equal(PlotFrame.Wide.Bottom, line.Points[^1].Y));
        Assert.Empty(before.Lines);
        Assert.Equal((null, PlotFrame.Narrow.Right), (before.TodayX, before.DeadlineX));
    }

    [Fact]
    public void Leaves_a_deadline_out_that_would_press_the_days_together()
    {
        var window = new CollectionWindow(Opens, Opens.AddYears(70));

        var drawing = ProgressDrawing.Of(DaysOf([(1, 0, 0), (2, 0, 0)]), 10, window, Opens.AddDays(1), PlotFrame.Wide);

        Assert.Null(drawing.DeadlineX);
        Assert.Equal(PlotFrame.Wide.Right, drawing.Lines[0].Points[^1].X);
    }

    [Theory]
    [InlineData(0, "0 1")]
    [InlineData(7, "0 2 4 6 8")]
    [InlineData(12, "0 5 10 15")]
    [InlineData(50, "0 10 20 30 40 50")]
    [InlineData(20_000, "0 5000 10000 15000 20000")]
    [InlineData(200_000, "0 50000 100000 150000 200000")]
    public void Counts_in_round_numbers(int students, string heights)
    {
        var drawing = ProgressDrawing.Of([], students, new CollectionWindow(Opens, Opens), Opens, PlotFrame.Wide);

        Assert.Equal(heights, string.Join(' ', drawing.Heights.Select(height => height.Students)));
    }

    [Fact]
    public void Takes_some_days_with_the_first_and_the_last() => Gen.Select(Gen.Int[0, 400], Gen.Int[2, 60]).Sample((count, most) =>
    {
        var days = DaysOf([.. Enumerable.Repeat((1, 1, 1), count)]);

        var some = ProgressDrawing.Some(days, most);

        Assert.True(some.Count <= most + 1 && some.Count >= Math.Min(count, 2));
        Assert.Equal(days.Take(1).Concat(days.TakeLast(1)), some.Take(1).Concat(some.TakeLast(1)));
    });

    private static List<DayProgress> DaysOf(IEnumerable<(int Accepted, int Confirmed, int Verified)> counts)
    {
        var days = new List<DayProgress>();
        foreach (var (accepted, confirmed, verified) in counts)
        {
            var last = days.Count > 0 ? days[^1] : new DayProgress(Opens.AddDays(-1), 0, 0, 0, 0, 0, 0);
            days.Add(new DayProgress(
                last.Date.AddDays(1),
                accepted,
                last.Total + accepted,
                confirmed,
                last.ConfirmedTotal + confirmed,
                verified,
                last.VerifiedTotal + verified));
        }

        return days;
    }

    private static void Each(
        (List<DayProgress> Days, int Students, CollectionWindow Window, DateOnly Today) drawn, Action<ProgressDrawing> check)
    {
        check(ProgressDrawing.Of(drawn.Days, drawn.Students, drawn.Window, drawn.Today, PlotFrame.Wide));
        check(ProgressDrawing.Of(drawn.Days, drawn.Students, drawn.Window, drawn.Today, PlotFrame.Narrow));
    }
}
