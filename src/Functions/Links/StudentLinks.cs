using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Links;

/// <summary>
/// Makes and reads the links in students' mails (docs/decisions/0023). They expire by the real time, also where the app's own clock is set
/// to another day.
/// </summary>
internal sealed class StudentLinks(LinkKeysSource keysSource, AppSettings settings, TimeProvider realTime)
{
    public const string ProofingPath = "student/proofing";
    public const string MailPath = "student/mail";

    private const int ProofingDays = 60;
    private const int OptOutDays = 400;

    /// <summary>The link with which a student answers the proofing question as it is asked now; after the answer it is used up.</summary>
    public ValueTask<Uri> ProofingAsync(Student student, CancellationToken cancellationToken) => MakeAsync(
        ProofingPath,
        new StudentLink
        {
            Purpose = LinkPurpose.Proofing,
            Student = student.Key,
            AskedAt = student.ProofingSince,
            GoodUntil = Today.AddDays(ProofingDays),
        },
        cancellationToken);

    /// <summary>The link with which a student stops mails, or receives them again.</summary>
    public ValueTask<Uri> OptOutAsync(StudentKey student, CancellationToken cancellationToken) => MakeAsync(
        MailPath,
        new StudentLink { Purpose = LinkPurpose.Mail, Student = student, GoodUntil = Today.AddDays(OptOutDays) },
        cancellationToken);

    /// <summary>Reads a link. Failures: <c>link-invalid</c>, <c>link-expired</c>.</summary>
    public async ValueTask<Result<StudentLink>> ReadAsync(LinkPurpose purpose, string token, CancellationToken cancellationToken)
    {
        var link = LinkToken.Read(await keysSource.GetAsync(cancellationToken), token);
        return link is null || link.Purpose != purpose ? ReminderFailures.LinkInvalid
            : link.GoodUntil < Today ? ReminderFailures.LinkExpired
            : link;
    }

    private DateOnly Today => ChinaTime.DateAt(realTime.GetUtcNow());

    private async ValueTask<Uri> MakeAsync(string path, StudentLink link, CancellationToken cancellationToken) => new(
        settings.PublicAddress, $"api/{path}/{LinkToken.Write(await keysSource.GetAsync(cancellationToken), link)}");
}
