using System.Globalization;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Reminders;
using PhotoFunctions.Functions.Storage.Reminders;

namespace PhotoFunctions.Functions.Api.Reminders;

/// <summary>The ledger of mails, what a day would bring, and what an administrator may do about it.</summary>
internal static class ReminderEndpoints
{
    private const string Reminders = "/cohorts/{cohort}/reminders";
    private const int MostDaysAway = 800;

    // A round takes up to three minutes and its last mail one more, and the host ends the whole process at five.
    private static readonly TimeSpan LatestBegin = TimeSpan.FromSeconds(45);

    public static void MapReminders(this IEndpointRouteBuilder api)
    {
        api.MapGet(Reminders, ListAsync).ForAdministrators()
            .Describe("listReminders", "Which mails were due, and what became of them.")
            .Names<ReminderStatus>("status")
            .Names<ReminderKind>("kind")
            .Produces<ReminderPage>();
        api.MapGet($"{Reminders}/preview", PreviewAsync).ForAdministrators()
            .Describe("previewReminders", "Whom a day would write to, as the students stand now. It sends nothing.")
            .Names<ReminderKind>("kind")
            .Produces<ReminderPreviewView>();
        api.MapPost($"{Reminders}/run", RunAsync).ForAdministrators().Audited(AuditAction.RemindersRun)
            .Describe("runReminders", "Sends now what is due in this cohort.")
            .Names<ReminderSubject>("subject")
            .Produces<ReminderRunView>();
        api.MapPost($"{Reminders}/{{id}}/resend", ResendAsync).ForAdministrators().Audited(AuditAction.ReminderResent)
            .Describe("resendReminder", "Takes a mail that failed, or of which nobody knows, back to where it was due.")
            .Produces<ReminderView>()
            .Refuses(FailureCodes.ReminderUnknown, FailureCodes.ReminderNotStuck)
            .RefusesTexts();
    }

    private static async Task<IResult> ListAsync(
        string cohort,
        string? teachingPoint,
        string? studentNumber,
        string? kind,
        string? status,
        string? top,
        string? continuation,
        Place place,
        ReminderLists lists,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !(await PointAsync(place, cohort, teachingPoint, cancellationToken)).Succeeded(out var point, out failure)
            || !Optional(studentNumber, StudentNumber.Parse).Succeeded(out var student, out failure)
            || !ListQuery.Name<ReminderKind>("kind", kind).Succeeded(out var wantedKind, out failure)
            || !ListQuery.Name<ReminderStatus>("status", status).Succeeded(out var wantedStatus, out failure)
            || !ListQuery.Top(top).Succeeded(out var wantedTop, out failure))
        {
            return Problems.From(failure);
        }

        var listed = await lists.ListAsync(
            found.Code, point, wantedKind, wantedStatus, student, wantedTop, continuation, cancellationToken);
        return listed.Succeeded(out var page, out failure)
            ? TypedResults.Ok(new ReminderPage([.. page.Items.Select(ReminderView.Of)], page.Continuation))
            : Problems.From(failure);
    }

    private static async Task<IResult> PreviewAsync(
        string cohort,
        string? date,
        string? teachingPoint,
        string? kind,
        string? top,
        Place place,
        ReminderPreview preview,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !Day(date, ChinaTime.DateAt(time.GetUtcNow())).Succeeded(out var day, out failure)
            || !(await PointAsync(place, cohort, teachingPoint, cancellationToken)).Succeeded(out var point, out failure)
            || !ListQuery.Name<ReminderKind>("kind", kind).Succeeded(out var wantedKind, out failure)
            || !ListQuery.Top(top).Succeeded(out var wantedTop, out failure))
        {
            return Problems.From(failure);
        }

        var lines = preview.ListAsync(found, day, cancellationToken).Where(line =>
            (point is null || line.Key.TeachingPoint == point) && (wantedKind is null || line.Key.Kind == wantedKind));
        return TypedResults.Ok(await ReminderPreviewView.ReadAsync(day, lines, wantedTop));
    }

    private static async Task<IResult> RunAsync(
        string cohort,
        string? subject,
        Place place,
        AuditNote note,
        ReminderRounds rounds,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !ListQuery.Name<ReminderSubject>("subject", subject).Succeeded(out var wanted, out failure))
        {
            return Problems.From(failure);
        }

        var begun = time.GetTimestamp();
        var (report, subjects) = (new ReminderReport(), new List<ReminderSubject>());
        foreach (var one in wanted is { } only ? [only] : Enum.GetValues<ReminderSubject>())
        {
            if (time.GetElapsedTime(begun) <= LatestBegin)
            {
                report += await rounds.RunAsync(one, found.Code, cancellationToken);
                subjects.Add(one);
            }
        }

        note.Details = string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', subjects)}: {report.Sent} sent");
        return TypedResults.Ok(ReminderRunView.Of(report, subjects, time.GetUtcNow()));
    }

    private static async Task<IResult> ResendAsync(
        string cohort, string id, ResendBody body, Place place, ReminderActs acts, CancellationToken cancellationToken) =>
        (await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
        && (await acts.ResendAsync(found, id, body.By, body.Reason, cancellationToken)).Succeeded(out var line, out failure)
            ? TypedResults.Ok(ReminderView.Of(line))
            : Problems.From(failure);

    private static Result<DateOnly> Day(string? text, DateOnly today) =>
        text is null ? today
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Math.Abs(day.DayNumber - today.DayNumber) <= MostDaysAway
            ? day
        : RequestFailures.Invalid(
            $"date应为距今{MostDaysAway}天以内的yyyy-MM-dd格式的日期",
            $"a day such as 2027-06-01 within {MostDaysAway} days from today for date but received another text or day");

    private static async Task<Result<TeachingPointCode?>> PointAsync(
        Place place, string cohort, string? teachingPoint, CancellationToken cancellationToken) =>
        teachingPoint is null ? (TeachingPointCode?)null
        : (await place.TeachingPointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var point, out var failure) ? point.Code
        : failure;

    private static Result<T?> Optional<T>(string? text, Func<string, Result<T>> parse)
        where T : class =>
        text is null ? (T?)null
        : parse(text).Succeeded(out var value, out var failure) ? value
        : failure;

    internal sealed record ResendBody(string? By, string? Reason);

    internal sealed record ReminderPage(IReadOnlyList<ReminderView> Items, string? Continuation);
}
