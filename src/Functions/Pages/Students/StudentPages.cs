using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Visits;

namespace PhotoFunctions.Functions.Pages.Students;

/// <summary>Renders the pages behind students' links. The style is in the page, and the policy names it by its hash.</summary>
internal sealed class StudentPages(IServiceProvider services, ILoggerFactory loggers)
{
    private static readonly string Style = ReadStyle();

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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
        var page = await RenderAsync<RefusalPage>(new() { [nameof(RefusalPage.Text)] = text, [nameof(RefusalPage.Code)] = failure.Code });
        return Page(Language.Chinese, text.TitleChinese, page, Problems.StatusOf(failure.Code));
    }

    private async Task<IResult> RenderAsync<TPage>(
        StudentVisit visit, (string Chinese, string English) title, int status, params (string Name, object? Value)[] parameters)
        where TPage : StudentComponent
    {
        var values = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        var language = visit.Cohort.Language;
        values["Visit"] = visit;
        values[nameof(StudentComponent.Language)] = language;
        return Page(language, language == Language.English ? title.English : title.Chinese, await RenderAsync<TPage>(values), status);
    }

    private static StudentPage Page(Language language, string title, string main, int status) => new(
        $"<!DOCTYPE html>\n<html lang=\"{(language == Language.English ? "en" : "zh-CN")}\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + $"<title>{HtmlEncoder.Default.Encode(title)}</title><style>{Style}</style></head>\n<body><main>\n{main}</main></body></html>\n",
        Policy,
        status);

    // Line ends of a browser are LF before it hashes.
    private static string ReadStyle()
    {
        using var stream = typeof(StudentPages).Assembly.GetManifestResourceStream("student.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private async Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        // A renderer keeps what it has rendered.
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
