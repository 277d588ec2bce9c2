using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>The occasions for mails of a kind to one recipient, held against the ledger.</summary>
/// <param name="Recipient">Which mail, with the first of the occasions.</param>
/// <param name="Occasions">The occasions, earliest first, at least one.</param>
internal sealed record PlannedReminders(ReminderKey Recipient, IReadOnlyList<DueOccasion> Occasions)
{
    /// <summary>What tells this cause from an earlier one of the same kind.</summary>
    public string? Mark => Occasions[^1].Occasion.Mark;

    /// <summary>The last occasion: the only one for which a mail can still be sent.</summary>
    public DateOnly Last => Occasions[^1].Occasion.On;

    /// <summary>From which day on the ledger normally knows what was sent: the last but one.</summary>
    public DateOnly LookBackTo => Occasions[^Math.Min(2, Occasions.Count)].Occasion.On;

    /// <summary>The line that tells that the last mail is another teaching point's, where the student was before.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>The line.</returns>
    public ReminderEntry Moved(DateTimeOffset now) =>
        Entry(Occasions[^1], now) with { Status = ReminderStatus.Dropped, Code = FailureCodes.ReminderMoved };

    /// <summary>The lines that the ledger lacks: a mail for the last occasion, and what it stands for too.</summary>
    /// <param name="decidedUntil">The last occasion of this recipient and cause in the ledger; null when there is none.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The lines; none when the last occasion was decided.</returns>
    public IEnumerable<ReminderEntry> Lacking(DateOnly? decidedUntil, DateTimeOffset now)
    {
        foreach (var due in Occasions.Where(due => decidedUntil is null || due.Occasion.On > decidedUntil))
        {
            var code = due.Occasion.On < Last ? FailureCodes.ReminderSuperseded : due.IsLive ? null : FailureCodes.ReminderNotDue;
            yield return Entry(due, now) with { Status = code is null ? ReminderStatus.Pending : ReminderStatus.Dropped, Code = code };
        }
    }

    private ReminderEntry Entry(DueOccasion due, DateTimeOffset now) =>
        new() { Key = Recipient with { Occasion = due.Occasion }, DueOn = due.DueOn, PlannedAt = now, Since = now };
}
