using System.Text.Encodings.Web;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Visits;

namespace PhotoFunctions.Functions.Pages.Students;

/// <summary>Renders the pages behind students' links. The style is in the page, and the policy names it by its hash.</summary>
internal sealed class StudentPages(ComponentHtml components)
{
    private static readonly PageStyle Style = PageStyle.Read("student.css");

    private static readonly string Policy =
        $"default-src 'none'; style-src {Style.Source}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The proofing question.</summary>
    public Task<IResult> QuestionAsync(StudentVisit visit, bool isMissing = false) => RenderAsync<QuestionPage>(
        visit,
        ("校对学历图像", "Check your degree photo"),
        isMissing ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        (nameof(QuestionPage.IsMissing), isMissing));

    /// <summary>An answer was recorded, now or by an earlier request that said the same.</summary>
    public Task<IResult> ThanksAsync(StudentVisit visit, ProofingAnswer given) => RenderAsync<AnswerPage>(
        visit,
        ("提交成功", "Thank you"),
        StatusCodes.Status200OK,
        (nameof(AnswerPage.Given), given),
        (nameof(AnswerPage.IsThanks), true));

    /// <summary>The question is not open any more.</summary>
    public Task<IResult> AnsweredAsync(StudentVisit visit, ProofingAnswer? given, Failure? failure) => RenderAsync<AnswerPage>(
        visit,
        ("校对学历图像", "Check your degree photo"),
        failure is null ? StatusCodes.Status200OK : Problems.StatusOf(failure.Code),
        (nameof(AnswerPage.Given), given),
        (nameof(AnswerPage.Code), failure?.Code));

    /// <summary>Whether the student gets mails.</summary>
    public Task<IResult> MailAsync(StudentVisit visit, bool isChanged = false, bool isMissing = false) => RenderAsync<MailPage>(
        visit,
        ("提醒邮件", "Reminder mails"),
        isMissing ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        (nameof(MailPage.IsChanged), isChanged),
        (nameof(MailPage.IsMissing), isMissing));

    /// <summary>The link leads nowhere.</summary>
    public async Task<IResult> RefusalAsync(Failure failure)
    {
        var text = RefusalText.Of(failure.Code);
        var page = await components.RenderAsync<RefusalPage>((nameof(RefusalPage.Text), text), (nameof(RefusalPage.Code), failure.Code));
        return Page(Language.Chinese, text.TitleChinese, page, Problems.StatusOf(failure.Code));
    }

    private async Task<IResult> RenderAsync<TPage>(
        StudentVisit visit, (string Chinese, string English) title, int status, params (string Name, object? Value)[] parameters)
        where TPage : StudentComponent
    {
        var language = visit.Cohort.Language;
        var main = await components.RenderAsync<TPage>(
            [.. parameters, ("Visit", visit), (nameof(StudentComponent.Language), language)]);
        return Page(language, language == Language.English ? title.English : title.Chinese, main, status);
    }

    private static HtmlPage Page(Language language, string title, string main, int status) => new(
        $"<!DOCTYPE html>\n<html lang=\"{(language == Language.English ? "en" : "zh-CN")}\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + $"<title>{HtmlEncoder.Default.Encode(title)}</title><style>{Style.Text}</style></head>\n<body><main>\n{main}</main></body></html>\n",
        Policy,
        status);
}
