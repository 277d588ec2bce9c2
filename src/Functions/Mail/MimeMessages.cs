using System.Text;
using MimeKit;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Functions.Settings;
using ReminderMail = PhotoFunctions.Domain.Reminders.Mail;

namespace PhotoFunctions.Functions.Mail;

/// <summary>Mails as messages (RFC 5322), for servers and for the outbox.</summary>
internal static class MimeMessages
{
    /// <summary>Writes a message. Its Message-Id is made of the operation: the same hand-over, the same message.</summary>
    public static MimeMessage Of(ReminderMail mail, MailSettings settings, string operationId, DateTimeOffset date)
    {
        var message = new MimeMessage
        {
            MessageId = $"{operationId}@{settings.From[(settings.From.LastIndexOf('@') + 1)..]}",
            Date = date.ToOffset(TimeSpan.FromHours(8)),
            Subject = mail.Subject,
            Body = new MultipartAlternative(Part("plain", mail.Text), Part("html", mail.Html)),
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, settings.FromName, settings.From));
        message.To.Add(new MailboxAddress(Encoding.UTF8, mail.ToName, mail.To));
        if (mail.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(new MailboxAddress(Encoding.UTF8, "", replyTo));
        }

        foreach (var (name, value) in MailHeaders.Of(mail))
        {
            message.Headers.Add(name, value);
        }

        message.Body.Headers.Add(HeaderId.ContentLanguage, mail.Language == Language.English ? "en" : "zh-CN");
        return message;
    }

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, text);
        return part;
    }
}
