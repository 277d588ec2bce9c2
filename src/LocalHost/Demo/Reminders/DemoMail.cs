using MimeKit;
using PhotoFunctions.LocalHost.Demo.Api;

namespace PhotoFunctions.LocalHost.Demo.Reminders;

/// <summary>A mail of the outbox, and its line of the ledger.</summary>
internal sealed record DemoMail(ReminderLine Line, MimeMessage Message)
{
    /// <summary>Where the student answers the proofing question; null in other mails.</summary>
    public Uri? ProofingLink => Words(Message.TextBody ?? "")
        .Where(word => word.StartsWith("http", StringComparison.Ordinal) && word.Contains("/student/proofing/", StringComparison.Ordinal))
        .Select(word => new Uri(word))
        .FirstOrDefault();

    private static string[] Words(string text) => text.Split([' ', '\r', '\n', '<', '>'], StringSplitOptions.RemoveEmptyEntries);
}
