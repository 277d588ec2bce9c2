using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.TestKit.Reminders;

/// <summary>A sender in a process that may die before it hands a mail over, or after.</summary>
public sealed class CrashingSender(IMailSender sender, Crashes crashes) : IMailSender
{
    public string Provider => sender.Provider;

    public Task<MailOutcome> SendAsync(Mail mail, string operationId, CancellationToken cancellationToken) =>
        crashes.RunAsync(() => sender.SendAsync(mail, operationId, cancellationToken));

    public Task<MailOutcome> AskAsync(CohortCode cohort, string operationId, CancellationToken cancellationToken) =>
        sender.AskAsync(cohort, operationId, cancellationToken);
}
