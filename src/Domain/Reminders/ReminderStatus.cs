namespace PhotoFunctions.Domain.Reminders;

/// <summary>How far a mail has come. Sent, Failed, Unknown and Dropped are ends: nothing leads out of them by itself.</summary>
public enum ReminderStatus
{
    /// <summary>Due, not begun.</summary>
    Pending,

    /// <summary>A round has claimed it, and may be handing it over at this moment.</summary>
    Sending,

    /// <summary>The provider has taken it.</summary>
    Sent,

    /// <summary>It cannot be sent; the code says why.</summary>
    Failed,

    /// <summary>Nobody knows whether the provider has taken it. It is not sent again by itself: an administrator has to look.</summary>
    Unknown,

    /// <summary>No longer due when its turn came; the code says why.</summary>
    Dropped,
}
