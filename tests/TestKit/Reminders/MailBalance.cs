using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.TestKit.Reminders;

/// <summary>What became of the mails of a campaign.</summary>
public sealed record MailBalance
{
    public MailBalance(IReadOnlyList<ReminderEntry> lines, IReadOnlyDictionary<ReminderKey, int> taken)
    {
        Occasions = lines.Count;
        (Sent, Unknown, Dropped, Failed, Open) = (
            Of(ReminderStatus.Sent), Of(ReminderStatus.Unknown), Of(ReminderStatus.Dropped), Of(ReminderStatus.Failed),
            lines.Count(line => line.IsOpen));
        Doubled = taken.Count(mail => mail.Value > 1);

        // Said to be sent, but the provider has never seen it; or taken, but the ledger says that it was not.
        Lost = lines.Count(line => line.Status == ReminderStatus.Sent && !taken.ContainsKey(line.Key));
        Untold = lines.Count(line =>
            line.Status is ReminderStatus.Dropped or ReminderStatus.Failed or ReminderStatus.Pending && taken.ContainsKey(line.Key));

        int Of(ReminderStatus status) => lines.Count(line => line.Status == status);
    }

    public int Occasions { get; }

    public int Sent { get; }

    public int Unknown { get; }

    public int Dropped { get; }

    public int Failed { get; }

    public int Open { get; }

    public int Doubled { get; }

    public int Lost { get; }

    public int Untold { get; }

    /// <summary>The line that a test prints.</summary>
    public override string ToString() =>
        $"mail: {Occasions} occasions, {Sent} sent, {Unknown} unknown, {Dropped} dropped, {Failed} failed, {Doubled} doubled, {Lost} lost";
}
