using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Domain.Tests.Reminders;

public sealed class SendingHoursTests
{
    [Theory]
    [InlineData("2026-06-29T23:59:59Z", false)]
    [InlineData("2026-06-30T00:00:00Z", true)]
    [InlineData("2026-06-30T11:59:59Z", true)]
    [InlineData("2026-06-30T12:00:00Z", false)]
    [InlineData("2026-06-30T16:00:00Z", false)]
    public void Are_from_eight_to_twenty_in_China(string now, bool expected) =>
        Assert.Equal(expected, SendingHours.AreOpen(DateTimeOffset.Parse(now)));

    [Theory]
    [InlineData("2026-06-29T18:00:00Z", "2026-06-30T00:00:00Z")]
    [InlineData("2026-06-30T12:00:00Z", "2026-07-01T00:00:00Z")]
    [InlineData("2026-06-30T15:59:00Z", "2026-07-01T00:00:00Z")]
    [InlineData("2026-06-30T03:00:00Z", "2026-06-30T03:00:00Z")]
    public void Open_again_in_the_morning(string now, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected), SendingHours.NextOpening(DateTimeOffset.Parse(now)));

    [Theory]
    [InlineData("2026-02-14", "2026-02-14")]
    [InlineData("2026-02-15", "2026-02-24")]
    [InlineData("2026-06-27", "2026-06-29")]
    public void Move_a_holiday_to_the_next_working_day(string day, string expected) =>
        Assert.Equal(ReminderCases.Day(expected), SendingHours.WorkingDayFor(WorkingCalendar.Shipped, ReminderCases.Day(day)));
}
