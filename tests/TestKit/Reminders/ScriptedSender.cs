using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.TestKit.Reminders;

/// <summary>A provider that does what the test says, and keeps every mail that it was handed.</summary>
public sealed class ScriptedSender : IMailSender
{
    public string Provider => "scripted";

    public List<Mail> Mails { get; } = [];

    /// <summary>What it does with a mail.</summary>
    public Func<Mail, MailOutcome> OnSend { get; set; } = _ => new MailOutcome(MailResult.Sent);

    /// <summary>What it says when it is asked.</summary>
    public MailResult OnAsk { get; set; } = MailResult.Unknown;

    public Task<MailOutcome> SendAsync(Mail mail, string operationId, CancellationToken cancellationToken)
    {
        Mails.Add(mail);
        return Task.FromResult(OnSend(mail));
    }

    public Task<MailOutcome> AskAsync(CohortCode cohort, string operationId, CancellationToken cancellationToken) =>
        Task.FromResult(new MailOutcome(OnAsk));
}
