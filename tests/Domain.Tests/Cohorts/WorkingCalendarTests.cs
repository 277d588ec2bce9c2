using System.Globalization;
using CsCheck;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Tests.Cohorts;

public sealed class WorkingCalendarTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[new DateOnly(2022, 1, 1).DayNumber, new DateOnly(2030, 12, 31).DayNumber]
        .Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Knows_how_many_days_of_a_year_are_worked(int year, int days) =>
        Assert.Equal(days, WorkingCalendar.Shipped.WorkingDaysIn(year));

    [Theory]
    [InlineData("2023-04-20", "2023-05-06", "2023-06-02")]
    [InlineData("2024-01-25", "2024-02-07", "2024-03-12")]
    [InlineData("2024-09-10", "2024-09-25", "2024-10-28")]
    [InlineData("2025-01-20", "2025-02-08", "2025-03-07")]
    [InlineData("2025-09-15", "2025-09-28", "2025-10-31")]
    [InlineData("2026-02-10", "2026-03-02", "2026-03-30")]
    [InlineData("2026-09-18", "2026-10-09", "2026-11-05")]
    public void Reckons_10_and_30_working_days_from_the_day_after_the_start(string start, string after10, string after30)
    {
        var calendar = WorkingCalendar.Shipped;

        Assert.Equal(new DueDate(Day(after10), false), calendar.After(Day(start), 10));
        Assert.Equal(new DueDate(Day(after30), false), calendar.After(Day(start), 30));
    }

    [Theory]
    [InlineData("2022-12-31", false)]
    [InlineData("2023-01-28", true)]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2028-10-02", true)]
    [InlineData("2028-10-01", false)]
    public void Knows_holidays_and_weekends_that_are_worked(string day, bool works) =>
        Assert.Equal(works, WorkingCalendar.Shipped.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-11-10", 20, false)]
    [InlineData("2026-12-18", 5, true)]
    [InlineData("2027-03-01", 10, true)]
    [InlineData("2022-12-20", 5, true)]
    public void Says_that_a_day_is_only_expected_where_holidays_may_still_move_it(string start, int wait, bool isExpected) =>
        Assert.Equal(isExpected, WorkingCalendar.Shipped.After(Day(start), wait).IsExpected);

    [Fact]
    public void Counts_every_day_where_the_wait_is_in_days() =>
        Assert.Equal(new DueDate(Day("2027-01-25"), false), WorkingCalendar.Shipped.After(Day("2026-12-26"), 30, WaitUnit.Days));

    [Fact]
    public void Falls_back_to_Monday_to_Friday_and_follows_a_year_once_it_is_stored()
    {
        var off = Enumerable.Range(0, 7).Select(i => new DateOnly(2027, 10, 1).AddDays(i))
            .Concat([new(2027, 1, 1), new(2027, 5, 1), new(2027, 5, 3)]).ToList();
        var stored = HolidayYear.Create(2027, off, [new(2027, 10, 9)]).Value!;

        var calendar = WorkingCalendar.Shipped.With([stored]);

        Assert.Equal(new DueDate(Day("2027-10-01"), true), WorkingCalendar.Shipped.After(Day("2027-09-30"), 1));
        Assert.Equal(new DueDate(Day("2027-10-09"), false), calendar.After(Day("2027-09-30"), 2));
        Assert.Equal([2023, 2024, 2025, 2026, 2027], calendar.Years.Select(year => year.Year));
        Assert.Null(WorkingCalendar.Shipped.Find(2027));
    }

    [Fact]
    public void Takes_a_stored_year_in_place_of_the_shipped_one()
    {
        var shipped = WorkingCalendar.Shipped.Find(2026)!;
        var corrected = HolidayYear.Create(2026, [.. shipped.OffDays, new DateOnly(2026, 9, 28)], shipped.WorkDays).Value!;

        var calendar = WorkingCalendar.Shipped.With([corrected]);

        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 9, 28)));
        Assert.Equal(247, calendar.WorkingDaysIn(2026));
        Assert.True(WorkingCalendar.Shipped.IsWorkingDay(new DateOnly(2026, 9, 28)));
    }

    [Fact]
    public void Ends_every_wait_on_a_working_day_with_as_many_between() =>
        Gen.Select(Days, Gen.Int[1, 60]).Sample((start, wait) =>
        {
            var calendar = WorkingCalendar.Shipped;
            var end = calendar.After(start, wait).Date;
            Assert.True(calendar.IsWorkingDay(end));
            Assert.Equal(
                wait, Enumerable.Range(1, end.DayNumber - start.DayNumber).Count(i => calendar.IsWorkingDay(start.AddDays(i))));
        });

    [Fact]
    public void Adds_up_waits() => Gen.Select(Days, Gen.Int[1, 30], Gen.Int[1, 30]).Sample((start, first, second) =>
    {
        var calendar = WorkingCalendar.Shipped;
        Assert.Equal(calendar.After(start, first + second).Date, calendar.After(calendar.After(start, first).Date, second).Date);
    });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
