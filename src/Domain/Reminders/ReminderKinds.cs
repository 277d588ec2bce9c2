namespace PhotoFunctions.Domain.Reminders;

/// <summary>What the kinds of reminders have in common.</summary>
public static class ReminderKinds
{
    /// <summary>What each timer looks after.</summary>
    /// <param name="subject">The timer.</param>
    /// <returns>The kinds, those to offices first: one mail there helps many students.</returns>
    public static IReadOnlyList<ReminderKind> Of(ReminderSubject subject) => subject switch
    {
        ReminderSubject.Deadline => [ReminderKind.CollectionDigest, ReminderKind.CollectionReminder, ReminderKind.PhotoRejected],
        ReminderSubject.Proofing => [ReminderKind.ProofingReminder],
        ReminderSubject.Verification =>
            [ReminderKind.VerificationEscalation, ReminderKind.VerificationDigest, ReminderKind.VerificationReminder],
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "Nobody looks after this."),
    };

    /// <summary>Whether mails of a kind go to an office, not to a student.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True for digests and escalations.</returns>
    public static bool IsDigest(this ReminderKind kind) =>
        kind is ReminderKind.CollectionDigest or ReminderKind.VerificationDigest or ReminderKind.VerificationEscalation;
}
