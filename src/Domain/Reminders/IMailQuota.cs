namespace PhotoFunctions.Domain.Reminders;

/// <summary>How many mails the provider takes. What was taken and not used is lost: a quota errs on the side of sending less.</summary>
public interface IMailQuota
{
    /// <summary>Takes some of what the provider takes in this minute and this hour.</summary>
    /// <param name="wanted">How many mails are to be sent, from 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many may be sent now, and when to ask again.</returns>
    Task<MailAllowance> TakeAsync(int wanted, CancellationToken cancellationToken);
}
