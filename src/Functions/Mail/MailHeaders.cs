using ReminderMail = PhotoFunctions.Domain.Reminders.Mail;

namespace PhotoFunctions.Functions.Mail;

/// <summary>What a mail tells mail programs.</summary>
internal static class MailHeaders
{
    /// <summary>Beside the usual ones: that no person wrote it (RFC 3834), and how to stop such mails with one click (RFC 8058).</summary>
    public static IEnumerable<(string Name, string Value)> Of(ReminderMail mail)
    {
        yield return ("Auto-Submitted", "auto-generated");
        if (mail.Unsubscribe is { } link)
        {
            yield return ("List-Unsubscribe", $"<{link.AbsoluteUri}>");
            yield return ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }
}
