namespace PhotoFunctions.Domain.Reminders;

/// <summary>One line of the ledger of mails. It holds no address and no text: both are looked up when it is sent.</summary>
public sealed record ReminderEntry
{
    /// <summary>Which mail.</summary>
    public required ReminderKey Key { get; init; }

    /// <summary>How far it has come.</summary>
    public ReminderStatus Status { get; init; }

    /// <summary>The day (UTC+8) on which it may be sent: the occasion's, moved away from holidays.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When it was found to be due.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Since when it stands where it stands.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Until when the round that claimed it is believed to be at work; null unless it is being sent.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Whom it was handed to, such as <c>acs</c>; null before.</summary>
    public string? Provider { get; init; }

    /// <summary>Under which name the provider knows it, a GUID made by us; null before it was claimed.</summary>
    public string? OperationId { get; init; }

    /// <summary>Why it failed or was dropped, one of <see cref="Results.FailureCodes"/>; null otherwise.</summary>
    public string? Code { get; init; }

    /// <summary>How the ledger knows that nobody has changed it meanwhile; null for one that is not stored.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it has not come to an end.</summary>
    public bool IsOpen => Status is ReminderStatus.Pending or ReminderStatus.Sending;
}
