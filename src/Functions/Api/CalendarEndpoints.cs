using System.Globalization;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;

namespace PhotoFunctions.Functions.Api;

/// <summary>The holidays that working days are counted with.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder api)
    {
        api.MapGet("/calendar", ListAsync).ForCollege()
            .Describe("listCalendar", "The holidays of all years that are known.")
            .Produces<CalendarView>();
        api.MapGet("/calendar/{year}", GetAsync).ForCollege()
            .Describe("getCalendarYear", "The holidays of one year.")
            .Produces<HolidayYearView>()
            .Refuses(FailureCodes.CalendarUnknown);
        api.MapPut("/calendar/{year}", PutAsync).ForAdministrators().Audited(AuditAction.HolidaysChanged)
            .Describe("putCalendarYear", "Sets the holidays of one year.")
            .Produces<HolidaySavedView>()
            .Refuses(FailureCodes.ValueMissing);
    }

    private static async Task<IResult> ListAsync(ICalendarStore calendars, CancellationToken cancellationToken)
    {
        var stored = await calendars.ListAsync(cancellationToken);
        var calendar = WorkingCalendar.Shipped.With(stored);
        return TypedResults.Ok(new CalendarView([.. calendar.Years.Select(year => View(calendar, year, stored))]));
    }

    // As stored now, not as remembered: whoever changes a year has to see it.
    private static async Task<IResult> GetAsync(string year, ICalendarStore calendars, CancellationToken cancellationToken)
    {
        if (!ReadYear(year).Succeeded(out var wanted, out var failure))
        {
            return Problems.From(failure);
        }

        var stored = await calendars.ListAsync(cancellationToken);
        var calendar = WorkingCalendar.Shipped.With(stored);
        return calendar.Find(wanted) is { } found
            ? TypedResults.Ok(View(calendar, found, stored))
            : Problems.From(CalendarFailures.YearUnknown);
    }

    private static async Task<IResult> PutAsync(
        string year, string? dryRun, HolidayBody body, ICalendarStore calendars, AuditNote note, CancellationToken cancellationToken)
    {
        if (!ReadYear(year).Succeeded(out var wanted, out var failure)
            || !ListQuery.Flag("dryRun", dryRun).Succeeded(out var isDryRun, out failure)
            || !body.Read(wanted).Succeeded(out var holidays, out failure))
        {
            return Problems.From(failure);
        }

        (note.IsNothing, note.Details) = (isDryRun, year);
        var stored = await calendars.ListAsync(cancellationToken);
        var before = WorkingCalendar.Shipped.With(stored).Find(wanted);
        if (!isDryRun)
        {
            await calendars.SaveAsync(holidays, cancellationToken);
        }

        var calendar = WorkingCalendar.Shipped.With([.. stored.Where(other => other.Year != wanted), holidays]);
        return TypedResults.Ok(new HolidaySavedView(
            isDryRun, before is null || !IsSame(before, holidays), View(calendar, holidays, [holidays])));
    }

    private static HolidayYearView View(WorkingCalendar calendar, HolidayYear year, IEnumerable<HolidayYear> stored) => new(
        year.Year,
        stored.Any(other => other.Year == year.Year),
        calendar.WorkingDaysIn(year.Year),
        year.OffDays,
        year.WorkDays);

    private static bool IsSame(HolidayYear one, HolidayYear other) =>
        one.OffDays.SequenceEqual(other.OffDays) && one.WorkDays.SequenceEqual(other.WorkDays);

    private static Result<int> ReadYear(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : RequestFailures.Invalid("年份应为四位数字", "a year of four digits in the address but received another text");

    internal sealed record HolidayBody(IReadOnlyList<DateOnly>? Off, IReadOnlyList<DateOnly>? Work)
    {
        public Result<HolidayYear> Read(int year) =>
            Off is null ? RequestFailures.Missing("off", "放假日期")
            : Work is null ? RequestFailures.Missing("work", "调休上班日")
            : HolidayYear.Create(year, Off, Work);
    }

    internal sealed record CalendarView(IReadOnlyList<HolidayYearView> Items);

    /// <summary>One year: stored by an administrator, or as it comes with the program.</summary>
    internal sealed record HolidayYearView(
        int Year, bool IsStored, int WorkingDays, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Work);

    /// <summary>A year as it counts now, or would, and whether that differs from what counted before.</summary>
    internal sealed record HolidaySavedView(bool DryRun, bool Changed, HolidayYearView Calendar);
}
