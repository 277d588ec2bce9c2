namespace PhotoFunctions.Domain.Reminders;

/// <summary>What a provider did with a mail.</summary>
public enum MailResult
{
    /// <summary>It has taken the mail.</summary>
    Sent,

    /// <summary>It will never take this mail.</summary>
    Refused,

    /// <summary>It certainly has not taken the mail, and may take it later.</summary>
    NotNow,

    /// <summary>It is still at work on the mail: ask again.</summary>
    Running,

    /// <summary>Nobody knows whether it has taken the mail.</summary>
    Unknown,
}
