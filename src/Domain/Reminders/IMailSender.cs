using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>Hands mails to a provider. The door behind which the provider can be changed (docs/decisions).</summary>
public interface IMailSender
{
    /// <summary>The provider's short name in the ledger and the quota, a–z only.</summary>
    string Provider { get; }

    /// <summary>
    /// Hands a mail over, once. Only what is certain is told as certain: an answer that was lost is <see cref="MailResult.Unknown"/>,
    /// or <see cref="MailResult.Running"/> where the provider can be asked again.
    /// Outages do not throw.
    /// </summary>
    /// <param name="mail">The mail.</param>
    /// <param name="operationId">A GUID under which it can be asked for later.</param>
    /// <param name="cancellationToken">Ends the attempt; a mail that may have been handed over by then is unknown.</param>
    /// <returns>What became of it.</returns>
    Task<MailOutcome> SendAsync(Mail mail, string operationId, CancellationToken cancellationToken);

    /// <summary>
    /// Asks what became of a mail whose answer was lost. A provider that cannot tell answers <see cref="MailResult.Unknown"/>.
    /// </summary>
    /// <param name="cohort">The cohort that the mail was about.</param>
    /// <param name="operationId">The GUID with which it was handed over.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>What became of it.</returns>
    Task<MailOutcome> AskAsync(CohortCode cohort, string operationId, CancellationToken cancellationToken);
}
