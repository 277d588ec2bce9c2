namespace PhotoFunctions.Domain.Reminders;

/// <summary>How many mails may be sent now.</summary>
/// <param name="Granted">How many, from 0.</param>
/// <param name="AskAgainAt">When more may be sent; null when all that was wanted was granted.</param>
public sealed record MailAllowance(int Granted, DateTimeOffset? AskAgainAt);
