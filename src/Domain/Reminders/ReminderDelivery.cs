using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>
/// Brings one line of the ledger to its end. Whoever changes the line first, If-Match, may send; a line whose sender went away is never
/// sent again, but asked for at the provider.
/// </summary>
/// <param name="drafting">Reads anew what a mail is about.</param>
/// <param name="writer">Writes mails.</param>
/// <param name="sender">Hands them over.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
public sealed class ReminderDelivery(
    ReminderDrafting drafting, IMailWriter writer, IMailSender sender, IReminderLedger ledger, TimeProvider time)
{
    // Longer than the host lets any call run, so that nobody is at work on a line whose lease is over.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(31);

    // With the round's own budget well below the five minutes after which the host ends the process.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    // As long as mail servers try themselves: whose mailbox takes nothing for so long has none.
    private static readonly TimeSpan TriedFor = TimeSpan.FromDays(3);

    // What a provider does not say in a day, it does not know.
    private static readonly TimeSpan AskedFor = TimeSpan.FromDays(1);

    /// <summary>Sends a pending mail, if it is still due.</summary>
    /// <param name="line">The line as it was read.</param>
    /// <param name="policy">The cohort's policy.</param>
    /// <param name="cancellationToken">Ends the work before the mail is handed over, never while it is.</param>
    /// <returns>Where the line stands now, or null when another round has it; and what the provider said, when it was asked.</returns>
    public async Task<(ReminderStatus? Status, MailOutcome? Outcome)> SendAsync(
        ReminderEntry line, ReminderPolicy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!(await drafting.DraftAsync(line.Key, policy, cancellationToken)).Succeeded(out var content, out var failure)
            || !(await writer.WriteAsync(content, cancellationToken)).Succeeded(out var mail, out failure))
        {
            return (await EndAsync(line, StatusFor(failure.Code), failure.Code), null);
        }

        var now = time.GetUtcNow();
        var claimed = await ledger.TryChangeAsync(
            line with
            {
                Status = ReminderStatus.Sending,
                Since = now,
                LeaseUntil = now + Lease,
                Provider = sender.Provider,
                OperationId = Guid.NewGuid().ToString(),
            },
            cancellationToken);
        if (claimed is null)
        {
            return (null, null);
        }

        using var patience = new CancellationTokenSource(Patience, time);
        var outcome = await sender.SendAsync(mail, claimed.OperationId!, patience.Token);

        // The provider may be able to tell later: the next round asks.
        return (outcome.Result == MailResult.Unknown ? ReminderStatus.Sending : await RecordAsync(claimed, outcome), outcome);
    }

    /// <summary>Asks what became of a mail whose sender went away.</summary>
    /// <param name="line">The line as it was read.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>Where the line stands now, or null when another round has it, or its sender may still be at work.</returns>
    public async Task<ReminderStatus?> SettleAsync(ReminderEntry line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(line);
        var now = time.GetUtcNow();

        // A clock that was set back leaves leases far ahead: none lasts longer than from now on.
        if (line.LeaseUntil > now && line.LeaseUntil <= now + Lease + Lease)
        {
            return null;
        }

        var outcome = line.Provider == sender.Provider
            ? await sender.AskAsync(line.Key.Cohort, line.OperationId!, cancellationToken)
            : new MailOutcome(MailResult.Unknown);
        return outcome.Result == MailResult.Running && now < line.Since + AskedFor
            ? ReminderStatus.Sending
            : await RecordAsync(
                line, outcome.Result is MailResult.Running or MailResult.NotNow ? new MailOutcome(MailResult.Unknown) : outcome);
    }

    private static ReminderStatus StatusFor(string code) => code is FailureCodes.ReminderNotDue or FailureCodes.ReminderSuperseded
        or FailureCodes.MailOptedOut ? ReminderStatus.Dropped : ReminderStatus.Failed;

    private async Task<ReminderStatus?> RecordAsync(ReminderEntry line, MailOutcome outcome) => outcome.Result switch
    {
        MailResult.Sent => await EndAsync(line, ReminderStatus.Sent),
        MailResult.Refused => await EndAsync(line, ReminderStatus.Failed, outcome.Code ?? FailureCodes.MailRefused),
        MailResult.NotNow when outcome.IsAboutRecipient && time.GetUtcNow() > line.PlannedAt + TriedFor =>
            await EndAsync(line, ReminderStatus.Failed, FailureCodes.MailRefused),
        MailResult.NotNow => await EndAsync(line, ReminderStatus.Pending),
        MailResult.Running => ReminderStatus.Sending,
        _ => await EndAsync(line, ReminderStatus.Unknown),
    };

    // What happened to a mail is written down even when the round is over, and also when another one has given it up meanwhile.
    private async Task<ReminderStatus?> EndAsync(ReminderEntry line, ReminderStatus status, string? code = null)
    {
        for (var version = line.Version; version is not null;)
        {
            var isPending = status == ReminderStatus.Pending;
            var ended = line with
            {
                Status = status,
                Since = time.GetUtcNow(),
                LeaseUntil = null,
                Code = code,
                Provider = isPending ? null : line.Provider,
                OperationId = isPending ? null : line.OperationId,
                Version = version,
            };
            if (await ledger.TryChangeAsync(ended, CancellationToken.None) is not null)
            {
                return status;
            }

            var stored = await ledger.FindAsync(line.Key, CancellationToken.None);
            version = stored?.Status == ReminderStatus.Unknown && stored.OperationId == line.OperationId ? stored.Version : null;
        }

        return null;
    }
}
