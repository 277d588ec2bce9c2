using MimeKit;
using PhotoFunctions.LocalHost.Demo.Api;

namespace PhotoFunctions.LocalHost.Demo.Reminders;

/// <summary>A mail of the outbox, and its line of the ledger.</summary>
internal sealed record DemoMail(ReminderLine Line, MimeMessage Message)
{
    /// <summary>Where the student answers the proofing question; null in other mails.</summary>
    public Uri? ProofingLink =>
        Message.TextBody is { } text && text.IndexOf("http", StringComparison.Ordinal) is >= 0
            ? text.Split([' ', '\r', '\n', '<', '>'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.StartsWith("http", StringComparison.Ordinal) && word.Contains("/student/proofing/", StringComparison.Ordinal))
                .Select(word => new Uri(word))
                .FirstOrDefault()
            : null;
}
