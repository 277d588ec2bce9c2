using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Links;
using PhotoFunctions.Functions.Mail.Letters;
using PhotoFunctions.Functions.Pages;
using ReminderMail = PhotoFunctions.Domain.Reminders.Mail;

namespace PhotoFunctions.Functions.Mail;

/// <summary>Writes mails in the cohort's language, as HTML and as plain text.</summary>
/// <param name="html">Writes the HTML.</param>
/// <param name="proofingLink">Where a student answers the proofing question.</param>
/// <param name="optOutLink">Where a student stops all mails but those about a verification.</param>
internal sealed class MailWriter(
    ComponentHtml html,
    Func<Student, CancellationToken, ValueTask<Uri>> proofingLink,
    Func<StudentKey, CancellationToken, ValueTask<Uri>> optOutLink) : IMailWriter
{
    public static IMailWriter Create(IServiceProvider services)
    {
        var links = services.GetRequiredService<StudentLinks>();
        return new MailWriter(services.GetRequiredService<ComponentHtml>(), links.ProofingAsync, links.OptOutAsync);
    }

    public async Task<Result<ReminderMail>> WriteAsync(ReminderContent content, CancellationToken cancellationToken)
    {
        var (to, name) = Recipient(content);
        if (Fault(content, to) is { } fault)
        {
            return fault;
        }

        var letter = await LetterAsync(content, cancellationToken);
        return new ReminderMail
        {
            Cohort = content.Cohort.Code,
            To = to,
            ToName = OneLine.Name(name),
            ReplyTo = ReplyTo(content) is { } answers && MailShape.Fits(answers) ? answers : null,
            Subject = OneLine.Of(letter.WholeSubject),
            Text = LetterText.Write(letter),
            Html = "<!DOCTYPE html>\n" + await html.RenderAsync<LetterPage>((nameof(LetterPage.Letter), letter)),
            Unsubscribe = letter.OptOut,
            Language = content.Cohort.Language,
        };
    }

    private static (string Address, string Name) Recipient(ReminderContent content) => content switch
    {
        StudentContent student => (student.Student.Profile.Mail, student.Student.Profile.Name),
        CollectionDigestContent { TeachingPoint: var point } => (point.Reached.Mail, point.Name),
        VerificationDigestContent { TeachingPoint: { } point } => (point.Reached.Mail, point.Name),
        _ => (content.Cohort.AdministratorMail, ""),
    };

    private static string? ReplyTo(ReminderContent content) => content switch
    {
        StudentContent student => student.TeachingPoint.Reached.Mail,
        VerificationDigestContent { TeachingPoint: null } => null,
        _ => content.Cohort.AdministratorMail,
    };

    private static Failure? Fault(ReminderContent content, string to) =>
        to.Length == 0 ? ReminderFailures.AddressMissing
        : !MailShape.Fits(to) ? ReminderFailures.AddressInvalid
        : MissingField(content) is { } field ? ReminderFailures.FieldMissing(field)
        : null;

    private static string? MissingField(ReminderContent content) => content switch
    {
        StudentContent student when OneLine.Of(student.Student.Profile.Name).Length == 0 => "姓名",
        StudentContent student when OneLine.Of(student.TeachingPoint.Name).Length == 0 => "教学点",
        PhotoRejectedContent { Reasons.Count: 0 } => "原因",
        VerificationReminderContent checkedOne when Words.Verdict(checkedOne.Cohort, checkedOne.Student.Verification) is null => "结果",
        CollectionDigestContent { Missing: 0 } or VerificationDigestContent { Lines.Count: 0 } => "学号",
        _ => null,
    };

    private async ValueTask<Letter> LetterAsync(ReminderContent content, CancellationToken cancellationToken) => content switch
    {
        CollectionReminderContent reminder => CollectionReminderLetter.Write(reminder, await OptOutAsync(reminder, cancellationToken)),
        PhotoRejectedContent rejected => PhotoRejectedLetter.Write(rejected, await OptOutAsync(rejected, cancellationToken)),
        ProofingReminderContent proofing => ProofingReminderLetter.Write(
            proofing, await proofingLink(proofing.Student, cancellationToken), await OptOutAsync(proofing, cancellationToken)),
        VerificationReminderContent verification => VerificationReminderLetter.Write(
            verification, Words.Verdict(verification.Cohort, verification.Student.Verification)!),
        CollectionDigestContent digest => CollectionDigestLetter.Write(digest),
        VerificationDigestContent digest => VerificationDigestLetter.Write(digest),
        _ => throw new ArgumentOutOfRangeException(nameof(content), content.GetType().Name, "Nobody knows how to write this."),
    };

    private ValueTask<Uri> OptOutAsync(StudentContent content, CancellationToken cancellationToken) =>
        optOutLink(content.Student.Key, cancellationToken);
}
