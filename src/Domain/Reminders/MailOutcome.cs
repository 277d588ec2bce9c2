namespace PhotoFunctions.Domain.Reminders;

/// <summary>What became of a mail at its provider.</summary>
/// <param name="Result">What the provider did.</param>
/// <param name="Code">Why it was refused, one of <see cref="Results.FailureCodes"/>; null otherwise.</param>
/// <param name="RetryAt">When the provider takes mails again; null when it did not say.</param>
public sealed record MailOutcome(MailResult Result, string? Code = null, DateTimeOffset? RetryAt = null)
{
    /// <summary>Whether it is this recipient whom the provider does not take now: others may be tried at once.</summary>
    public bool IsAboutRecipient { get; init; }
}
