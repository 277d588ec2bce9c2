namespace PhotoFunctions.Domain.Reminders;

/// <summary>What a round of reminders did.</summary>
public sealed record ReminderReport
{
    /// <summary>Whether it was night, so that nothing was looked at.</summary>
    public bool IsNight { get; init; }

    /// <summary>How many mails were found to be due, those included that were dropped at once.</summary>
    public int FellDue { get; init; }

    /// <summary>How many the provider took.</summary>
    public int Sent { get; init; }

    /// <summary>How many cannot be sent.</summary>
    public int Failed { get; init; }

    /// <summary>Of how many nobody knows whether the provider took them.</summary>
    public int Unknown { get; init; }

    /// <summary>How many were no longer due when their turn came.</summary>
    public int Dropped { get; init; }

    /// <summary>How many wait for the next round: the provider's quota, or the round's time, was used up.</summary>
    public int Waiting { get; init; }

    /// <summary>Adds up rounds.</summary>
    /// <param name="one">A round.</param>
    /// <param name="other">Another one.</param>
    /// <returns>Both together.</returns>
    public static ReminderReport operator +(ReminderReport one, ReminderReport other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new ReminderReport
        {
            IsNight = one.IsNight || other.IsNight,
            FellDue = one.FellDue + other.FellDue,
            Sent = one.Sent + other.Sent,
            Failed = one.Failed + other.Failed,
            Unknown = one.Unknown + other.Unknown,
            Dropped = one.Dropped + other.Dropped,
            Waiting = one.Waiting + other.Waiting,
        };
    }

    /// <summary>Counts one line that has come to where it stands.</summary>
    /// <param name="status">Where it stands.</param>
    /// <returns>The report with it.</returns>
    internal ReminderReport With(ReminderStatus status) => status switch
    {
        ReminderStatus.Sent => this with { Sent = Sent + 1 },
        ReminderStatus.Failed => this with { Failed = Failed + 1 },
        ReminderStatus.Unknown => this with { Unknown = Unknown + 1 },
        ReminderStatus.Dropped => this with { Dropped = Dropped + 1 },
        _ => this with { Waiting = Waiting + 1 },
    };
}
