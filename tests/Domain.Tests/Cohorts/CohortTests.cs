using System.Globalization;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Cohorts;

public sealed class CohortTests
{
    private static readonly CohortCode Code = CohortCode.Parse("2024").Value!;
    private static readonly TeachingPointCode Point = TeachingPointCode.Parse("TP012").Value!;
    private static readonly DateOnly Opens = new(2023, 4, 1);
    private static readonly DateOnly Closes = new(2023, 6, 30);

    [Fact]
    public void Takes_what_an_administrator_sent()
    {
        var cohort = Cohort.Create(Code, " 2024届 ", Opens, Closes).Value!;

        Assert.Equal(("2024届", Opens, Closes), (cohort.Name, cohort.CollectionOpensOn, cohort.CollectionClosesOn));
        Assert.Equal(Code, cohort.Code);
    }

    [Fact]
    public void May_collect_on_a_single_day() => Assert.NotNull(Cohort.Create(Code, "2024届", Opens, Opens).Value);

    [Fact]
    public void Rejects_a_window_that_closes_before_it_opens() =>
        Assert.Equal(FailureCodes.WindowInverted, Cohort.Create(Code, "2024届", Opens, Opens.AddDays(-1)).Failure!.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000")]
    public void Needs_a_name(string? name) =>
        Assert.Equal(FailureCodes.ValueMissing, Cohort.Create(Code, name, Opens, Closes).Failure!.Code);

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, FailureCodes.ValueTooLong)]
    public void Rejects_a_name_of_more_than_100_characters(int length, string? code) =>
        Assert.Equal(code, Cohort.Create(Code, $" {new string('届', length)} ", Opens, Closes).Failure?.Code);

    [Fact]
    public void Needs_both_days_of_the_window()
    {
        Assert.Equal(FailureCodes.ValueMissing, Cohort.Create(Code, "2024届", null, Closes).Failure!.Code);
        Assert.Equal(FailureCodes.ValueMissing, Cohort.Create(Code, "2024届", Opens, null).Failure!.Code);
    }

    [Theory]
    [InlineData("2023-03-31T15:59:59Z", FailureCodes.WindowNotOpen)]
    [InlineData("2023-03-31T16:00:00Z", null)]
    [InlineData("2023-04-01T00:00:00+08:00", null)]
    [InlineData("2023-05-15T12:00:00Z", null)]
    [InlineData("2023-06-30T15:59:59Z", null)]
    [InlineData("2023-06-30T23:59:59+08:00", null)]
    [InlineData("2023-06-30T16:00:00Z", FailureCodes.WindowClosed)]
    [InlineData("2023-06-30T20:00:00-04:00", FailureCodes.WindowClosed)]
    public void Collects_from_the_first_to_the_last_day_in_China(string uploadedAt, string? code) => Assert.Equal(
        code,
        Cohort.Create(Code, "2024届", Opens, Closes).Value!
            .OutsideWindow(DateTimeOffset.Parse(uploadedAt, CultureInfo.InvariantCulture), "本科", Point)?.Code);

    [Theory]
    [InlineData("本科", "TP9", 6)]
    [InlineData("专升本", "TP9", 7)]
    [InlineData("本科", "TP1", 8)]
    [InlineData("专升本", "TP1", 9)]
    [InlineData("专升本 ", "tp1", 6)]
    public void Takes_the_closest_window(string level, string point, int closesInMonth)
    {
        var cohort = Cohort.Create(Code, "2024届", Opens, Closes).Value! with
        {
            Windows = [Special("专升本", null, 7), Special(null, "TP1", 8), Special("专升本", "TP1", 9)],
        };

        Assert.Equal(closesInMonth, cohort.WindowOf(level, TeachingPointCode.Parse(point).Value!).ClosesOn.Month);
    }

    [Theory]
    [InlineData("TP1", 9)]
    [InlineData("TP2", 7)]
    public void Spans_the_windows_of_all_levels_of_a_teaching_point(string point, int closesInMonth)
    {
        var cohort = Cohort.Create(Code, "2024届", Opens, Closes).Value! with
        {
            Windows = [Special("专升本", null, 7), Special(null, "TP1", 8), Special("专升本", "TP1", 9), Special("高起本", "TP3", 12)],
        };

        var span = cohort.SpanOf(TeachingPointCode.Parse(point).Value!);

        Assert.Equal((Opens, closesInMonth), (span.OpensOn, span.ClosesOn.Month));
    }

    [Theory]
    [InlineData(0, "2023-06-30T23:59:59+08:00", null)]
    [InlineData(0, "2023-07-01T00:00:00+08:00", "2023-06-30")]
    [InlineData(5, "2023-07-05T23:59:59+08:00", null)]
    [InlineData(5, "2023-07-06T00:00:00+08:00", "2023-06-30")]
    public void Takes_late_photos_within_the_days_of_grace_and_names_the_last_day_after_them(int graceDays, string uploadedAt, string? named)
    {
        var cohort = Cohort.Create(Code, "2024届", Opens, Closes).Value! with { GraceDays = graceDays };

        var failure = cohort.OutsideWindow(DateTimeOffset.Parse(uploadedAt, CultureInfo.InvariantCulture), "本科", Point);

        Assert.Equal(named is null ? null : FailureCodes.WindowClosed, failure?.Code);
        Assert.Contains(named ?? "", failure?.Message.Chinese ?? "", StringComparison.Ordinal);
        Assert.Equal(named is not null && graceDays > 0, failure?.Message.Chinese.Contains("宽限5天", StringComparison.Ordinal) == true);
    }

    private static SpecialWindow Special(string? level, string? point, int closesInMonth) => new()
    {
        Level = level,
        TeachingPoint = TeachingPointCode.Parse(point).Value,
        Window = new CollectionWindow(Opens, new DateOnly(2023, closesInMonth, 28)),
    };
}
