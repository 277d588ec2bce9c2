namespace PhotoFunctions.Domain.Reminders;

/// <summary>截止提醒, to a student without an accepted photo.</summary>
public sealed record CollectionReminderContent : StudentContent
{
    /// <summary>The last day (UTC+8) on which photos are collected.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>How many days are left, 0 on the last one.</summary>
    public int DaysLeft => ClosesOn.DayNumber - Today.DayNumber;
}
