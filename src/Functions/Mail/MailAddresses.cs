using System.Net.Mail;
using MimeKit;

namespace PhotoFunctions.Functions.Mail;

/// <summary>What a mail can be sent to.</summary>
internal static class MailAddresses
{
    // RFC 5321, 4.5.3.1.3, without the angle brackets.
    private const int Longest = 254;

    /// <summary>Whether a text is one address and nothing else: with a domain, in ASCII, because not every server takes others.</summary>
    public static bool IsUsable(string text) =>
        text.Length is > 0 and <= Longest
        && text.All(c => c is > ' ' and <= '~')
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.DisplayName.Length == 0
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address == text;
}
