using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>Writes mails: the words are not the domain's, the facts are.</summary>
public interface IMailWriter
{
    /// <summary>
    /// Writes a mail in the cohort's language. Failures: <c>mail-address-missing</c>, <c>mail-shape</c>, <c>mail-field-missing</c>.
    /// </summary>
    /// <param name="content">What the mail tells.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The mail, or why it cannot be written.</returns>
    Task<Result<Mail>> WriteAsync(ReminderContent content, CancellationToken cancellationToken);
}
