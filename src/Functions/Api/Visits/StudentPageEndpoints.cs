using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Links;
using PhotoFunctions.Functions.Pages.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api.Visits;

/// <summary>
/// The pages behind the links in students' mails. Open to all: the link is the credential (docs/decisions/0023). Looking changes nothing,
/// for programs that scan mails look, too.
/// </summary>
internal static class StudentPageEndpoints
{
    private const string Html = "text/html";
    private static readonly string[] Look = ["GET", "HEAD"];

    public static void MapStudentPages(this IEndpointRouteBuilder api)
    {
        api.MapMethods($"/{StudentLinks.ProofingPath}/{{token}}", Look, AskAsync).AllowAnonymous()
            .Describe("showProofingQuestion", "The proofing question as a page, behind the link in a student's mail.")
            .AnswersFile(Html);
        api.MapPost($"/{StudentLinks.ProofingPath}/{{token}}", AnswerAsync).AllowAnonymous()
            .Describe("answerProofingQuestion", "A student's answer to the proofing question, once.")
            .TakesForm(StudentForm.Answer, [.. ProofingAnswers.All.Select(ProofingAnswers.CodeOf)])
            .AnswersFile(Html);
        api.MapMethods($"/{StudentLinks.MailPath}/{{token}}", Look, ShowMailAsync).AllowAnonymous()
            .Describe("showMailWish", "Whether a student gets reminders, as a page, behind the link in each of them.")
            .AnswersFile(Html);
        api.MapPost($"/{StudentLinks.MailPath}/{{token}}", ChangeMailAsync).AllowAnonymous()
            .Describe("changeMailWish", "Stops a student's reminders, or begins them again; also a mail program's one click (RFC 8058).")
            .TakesForm(StudentForm.Mail, StudentForm.Stop, StudentForm.Receive)
            .AnswersFile(Html);
    }

    private static async Task<IResult> AskAsync(
        string token, StudentVisits visits, StudentPages pages, StudentDirectory directory, CancellationToken cancellationToken)
    {
        if (!(await visits.FindAsync(LinkPurpose.Proofing, token, cancellationToken)).Succeeded(out var visit, out var failure))
        {
            return await pages.RefusalAsync(failure);
        }

        return ProofingDecider.IsAsked(visit.Student, visit.Link.AskedAt)
            ? await pages.QuestionAsync(visit)
            : await pages.AnsweredAsync(visit, await GivenAsync(visit, directory, cancellationToken), failure: null);
    }

    private static async Task<IResult> AnswerAsync(
        string token,
        HttpRequest request,
        StudentVisits visits,
        StudentPages pages,
        StudentDirectory directory,
        StudentAudit audit,
        ProofingActs acts,
        CancellationToken cancellationToken)
    {
        if (!(await visits.FindAsync(LinkPurpose.Proofing, token, cancellationToken)).Succeeded(out var visit, out var failure))
        {
            return await pages.RefusalAsync(failure);
        }

        var answer = await StudentForm.AnswerAsync(request, cancellationToken);
        if (answer is null && ProofingDecider.IsAsked(visit.Student, visit.Link.AskedAt))
        {
            return await pages.QuestionAsync(visit, isMissing: true);
        }

        if (answer is { } given
            && (await acts.AnswerAsync(visit.Student.Key, given, visit.Link.AskedAt, cancellationToken))
                .Succeeded(out var student, out failure))
        {
            return await ThankAsync(visit with { Student = student }, given);
        }

        // Answered before, perhaps by this very request when its answer was lost; or moved to another teaching point in this moment.
        if (!(await visits.FindAsync(visit.Link, cancellationToken)).Succeeded(out visit, out var gone))
        {
            return await pages.RefusalAsync(gone);
        }

        if (failure is { Code: FailureCodes.StudentNumberUnknown })
        {
            return await pages.RefusalAsync(failure);
        }

        var before = await GivenAsync(visit, directory, cancellationToken);
        return before is { } same && same == answer
            ? await ThankAsync(visit, same)
            : await pages.AnsweredAsync(visit, before, ReminderFailures.LinkUsed);

        async Task<IResult> ThankAsync(StudentVisit thanked, ProofingAnswer recorded)
        {
            await audit.TellAsync(AuditAction.ProofingAnswered, thanked.Student, ProofingAnswers.CodeOf(recorded));
            return await pages.ThanksAsync(thanked, recorded);
        }
    }

    private static async Task<IResult> ShowMailAsync(
        string token, StudentVisits visits, StudentPages pages, CancellationToken cancellationToken) =>
        (await visits.FindAsync(LinkPurpose.Mail, token, cancellationToken)).Succeeded(out var visit, out var failure)
            ? await pages.MailAsync(visit)
            : await pages.RefusalAsync(failure);

    private static async Task<IResult> ChangeMailAsync(
        string token,
        HttpRequest request,
        StudentVisits visits,
        StudentPages pages,
        StudentAudit audit,
        MailOptOut wishes,
        CancellationToken cancellationToken)
    {
        if (!(await visits.FindAsync(LinkPurpose.Mail, token, cancellationToken)).Succeeded(out var visit, out var failure))
        {
            return await pages.RefusalAsync(failure);
        }

        if (await StudentForm.WantsMailAsync(request, cancellationToken) is not { } wantsMail)
        {
            return await pages.MailAsync(visit, isMissing: true);
        }

        if (!(await wishes.SetAsync(visit.Student.Key, wantsMail, cancellationToken)).Succeeded(out var student, out failure))
        {
            return await pages.RefusalAsync(failure);
        }

        await audit.TellAsync(AuditAction.MailWishChanged, student, wantsMail ? StudentForm.Receive : StudentForm.Stop);
        return await pages.MailAsync(visit with { Student = student }, isChanged: true);
    }

    private static async Task<ProofingAnswer?> GivenAsync(
        StudentVisit visit, StudentDirectory directory, CancellationToken cancellationToken) =>
        ProofingAnswers.Given(visit.Student, await directory.HistoryAsync(visit.Student, cancellationToken));
}
