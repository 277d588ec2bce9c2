using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>What can be wrong with a year of holidays.</summary>
public static class CalendarFailures
{
    /// <summary>Nobody published this year's holidays here.</summary>
    public static Failure YearUnknown { get; } = Failure.Of(
        FailureCodes.CalendarUnknown,
        "没有该年的放假安排;工作日暂按周一至周五计算,日期为预计。",
        "Expected a year whose holidays are known but received another one; until then its working days are Monday to Friday.");

    internal static Failure YearOutOfRange(int first, int last) => Invalid(
        $"年份应为{first}至{last}", $"a year from {first} to {last} but received another one");

    internal static Failure WrongNumber(string list, int fewest, int most, int actual) => Invalid(
        $"{list}应有{fewest}至{most}天,实际为{actual}天", $"{fewest} to {most} days in {list} but received {actual}");

    internal static Failure OtherYear(DateOnly day, int year) => Invalid(
        $"{day:yyyy-MM-dd}不属于{year}年", $"days of {year}, or within {HolidayYear.DaysAround} days of it, but received {day:yyyy-MM-dd}");

    internal static Failure NamedTwice(DateOnly day) => Invalid(
        $"{day:yyyy-MM-dd}出现两次", $"each day once but received {day:yyyy-MM-dd} twice");

    internal static Failure NoWeekend(DateOnly day) => Invalid(
        $"调休上班日{day:yyyy-MM-dd}不是周末", $"Saturdays and Sundays in work but received {day:yyyy-MM-dd}");

    internal static Failure FestivalMissing(DateOnly day) => Invalid(
        $"法定节日{day:yyyy-MM-dd}不在放假日期中", $"the public holiday {day:yyyy-MM-dd} in off but did not find it");

    private static Failure Invalid(string chinese, string expected) => Failure.Of(
        FailureCodes.CalendarInvalid, $"放假安排有误:{chinese}。", $"Expected {expected}.");
}
