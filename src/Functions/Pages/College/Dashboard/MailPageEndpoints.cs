using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.Reminders;
using PhotoFunctions.Functions.Pages.College.Students;
using PhotoFunctions.Functions.Storage.Reminders;

namespace PhotoFunctions.Functions.Pages.College.Dashboard;

/// <summary>The mails that did not arrive for sure, as a page.</summary>
internal static class MailPageEndpoints
{
    private const string Mails = "/dashboard/{cohort}/mails";
    private const int PageSize = 25;

    public static void MapMailPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Mails, ShowAsync).ForAdministrators().AsPage();
        pages.MapPost($"{Mails}/{{id}}/resend", ResendAsync).ForAdministrators().Audited(AuditAction.ReminderResent).AsPage();
    }

    private static async Task<IResult> ShowAsync(
        string cohort,
        string? status,
        string? continuation,
        string? done,
        Place place,
        ReminderLists lists,
        CollegePages pages,
        HttpContext context,
        CancellationToken cancellationToken) =>
        (await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            ? await RenderAsync(found, status, continuation, done is not null, null, lists, pages, context, cancellationToken)
            : Problems.From(failure);

    private static async Task<IResult> ResendAsync(
        string cohort,
        string id,
        Place place,
        ReminderActs acts,
        ReminderLists lists,
        CollegePages pages,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var input = await ActInput.ReadAsync(context.Request, cancellationToken);
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return Problems.From(failure);
        }

        return (await acts.ResendAsync(found, id, input.By, input.Reason, cancellationToken)).Succeeded(out _, out failure)
            ? new SeeOther($"{PagePaths.Mails(found.Code)}?status={PageWords.CodeOf(Wanted(input.Value))}&done=1")
            : await RenderAsync(found, input.Value, null, false, failure, lists, pages, context, cancellationToken);
    }

    private static async Task<IResult> RenderAsync(
        Cohort cohort,
        string? status,
        string? continuation,
        bool isDone,
        Failure? refused,
        ReminderLists lists,
        CollegePages pages,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var wanted = Wanted(status);
        var listed = await lists.ListAsync(cohort.Code, null, null, wanted, null, PageSize, continuation, cancellationToken);
        var failure = refused ?? listed.Failure;
        return await pages.RenderAsync<MailsPage>(
            context,
            new PageFrame(MailsPage.Title)
            {
                Cohort = cohort,
                Path = PagePaths.Mails(cohort.Code),
                Status = failure is null ? StatusCodes.Status200OK : Problems.StatusOf(failure.Code),
            },
            (nameof(MailsPage.Cohort), cohort),
            (nameof(MailsPage.Status), wanted),
            (nameof(MailsPage.Lines), listed.Value?.Items ?? []),
            (nameof(MailsPage.Next), listed.Value?.Continuation),
            (nameof(MailsPage.IsDone), isDone),
            (nameof(MailsPage.Failure), failure));
    }

    private static ReminderStatus Wanted(string? status) => status == "unknown" ? ReminderStatus.Unknown : ReminderStatus.Failed;
}
