using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.TestKit.Reminders;

/// <summary>Writes mails of one line, for tests in which the words do not matter.</summary>
public sealed class PlainMailWriter : IMailWriter
{
    public Task<Result<Mail>> WriteAsync(ReminderContent content, CancellationToken cancellationToken)
    {
        var to = content switch
        {
            StudentContent student => student.Student.Profile.Mail,
            CollectionDigestContent digest => digest.TeachingPoint.Reached.Mail,
            VerificationDigestContent { TeachingPoint: { } point } => point.Reached.Mail,
            _ => content.Cohort.AdministratorMail,
        };
        return Task.FromResult<Result<Mail>>(to.Length == 0
            ? ReminderFailures.AddressMissing
            : new Mail { Cohort = content.Cohort.Code, To = to, Subject = content.ToString(), Text = content.ToString(), Html = "<p></p>" });
    }
}
