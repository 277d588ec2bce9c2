using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Cohorts;

public sealed class HolidayYearTests
{
    private static readonly DateOnly[] Off =
    [
        new(2026, 12, 31), new(2027, 1, 1), new(2027, 2, 5), new(2027, 2, 6), new(2027, 2, 7), new(2027, 2, 8),
        new(2027, 4, 5), new(2027, 5, 1), new(2027, 6, 9), new(2027, 10, 1), new(2027, 10, 2),
    ];

    private static readonly DateOnly[] Work = [new(2027, 2, 20), new(2027, 10, 9)];

    [Fact]
    public void Takes_a_list_in_any_order()
    {
        var year = HolidayYear.Create(2027, [.. Off.Reverse()], [.. Work.Reverse()]).Value!;

        Assert.Equal(Off, year.OffDays);
        Assert.Equal(Work, year.WorkDays);
    }

    [Theory]
    [InlineData("2026-12-25", true)]
    [InlineData("2026-12-24", false)]
    [InlineData("2028-01-07", true)]
    [InlineData("2028-01-08", false)]
    public void Takes_days_within_a_week_of_the_year(string day, bool isTaken) =>
        Assert.Equal(isTaken ? null : FailureCodes.CalendarInvalid, Code(2027, [.. Off, DateOnly.Parse(day, null)], Work));

    [Theory]
    [InlineData(1999)]
    [InlineData(2101)]
    public void Rejects_a_year_that_is_none(int year) => Assert.Equal(FailureCodes.CalendarInvalid, Code(year, Off, Work));

    [Fact]
    public void Rejects_a_day_that_is_both_off_and_worked() =>
        Assert.Equal(FailureCodes.CalendarInvalid, Code(2027, Off, [.. Work, new DateOnly(2027, 5, 1)]));

    [Fact]
    public void Rejects_a_day_that_is_named_twice() =>
        Assert.Equal(FailureCodes.CalendarInvalid, Code(2027, [.. Off, new DateOnly(2027, 5, 1)], Work));

    [Fact]
    public void Rejects_a_working_day_that_is_no_weekend() =>
        Assert.Contains("2027-02-19", HolidayYear.Create(2027, Off, [new(2027, 2, 19)]).Failure!.Message.English, StringComparison.Ordinal);

    [Theory]
    [InlineData(9, FailureCodes.CalendarInvalid)]
    [InlineData(10, null)]
    [InlineData(45, null)]
    [InlineData(46, FailureCodes.CalendarInvalid)]
    public void Rejects_too_few_and_too_many_days(int days, string? code)
    {
        DateOnly[] festivals = [new(2027, 1, 1), new(2027, 5, 1), new(2027, 10, 1)];
        var off = festivals.Concat(Enumerable.Range(0, days - 3).Select(i => new DateOnly(2027, 6, 1).AddDays(i))).ToList();

        Assert.Equal(code, Code(2027, off, []));
    }

    [Fact]
    public void Rejects_more_than_15_working_weekend_days()
    {
        var saturdays = Enumerable.Range(0, 16).Select(i => new DateOnly(2027, 6, 12).AddDays(7 * i)).Except(Off).ToList();

        Assert.Equal(FailureCodes.CalendarInvalid, Code(2027, Off, [.. saturdays, new DateOnly(2027, 11, 6)]));
        Assert.Null(Code(2027, Off, [.. saturdays.Take(15)]));
    }

    [Fact]
    public void Rejects_a_list_without_a_festival_whose_date_is_fixed() =>
        Assert.Contains(
            "2027-05-01",
            HolidayYear.Create(2027, [.. Off.Where(day => day.Month != 5)], Work).Failure!.Message.English,
            StringComparison.Ordinal);

    private static string? Code(int year, IReadOnlyCollection<DateOnly> off, IReadOnlyCollection<DateOnly> work) =>
        HolidayYear.Create(year, off, work).Failure?.Code;
}
