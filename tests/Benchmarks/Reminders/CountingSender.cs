using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Benchmarks.Reminders;

/// <summary>Takes every mail at once and throws it away.</summary>
internal sealed class CountingSender : IMailSender
{
    private int _mails;

    public string Provider => "nobody";

    public int Mails => _mails;

    public Task<MailOutcome> SendAsync(Mail mail, string operationId, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _mails);
        return Task.FromResult(new MailOutcome(MailResult.Sent));
    }

    public Task<MailOutcome> AskAsync(CohortCode cohort, string operationId, CancellationToken cancellationToken) =>
        Task.FromResult(new MailOutcome(MailResult.Unknown));
}
