using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>
/// Takes a mail that failed, or of which nobody knows, back to where it was due: an administrator has looked. The next round sends it, if it
/// is still due then.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
public sealed class ReminderResend(IReminderLedger ledger, TimeProvider time)
{
    // Each attempt means that somebody else changed this very line in between.
    private const int MostAttempts = 10;

    /// <summary>Takes one mail back. Failures: <c>reminder-unknown</c>, <c>reminder-not-stuck</c>.</summary>
    /// <param name="key">Which mail.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The line as it stands now, or why it stays as it was.</returns>
    public async Task<Result<ReminderEntry>> ResendAsync(ReminderKey key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await ledger.FindAsync(key, cancellationToken) is not { } line)
            {
                return ReminderFailures.Unknown;
            }

            // This very change got through, and only its answer was lost.
            if (line.Status == ReminderStatus.Pending && line.Since == now)
            {
                return line;
            }

            if (line.Status is not (ReminderStatus.Failed or ReminderStatus.Unknown))
            {
                return ReminderFailures.NotStuck;
            }

            var pending = line with
            {
                Status = ReminderStatus.Pending,
                Since = now,
                LeaseUntil = null,
                Provider = null,
                OperationId = null,
                Code = null,
            };
            if (await ledger.TryChangeAsync(pending, cancellationToken) is { } changed)
            {
                return changed;
            }
        }

        throw new InvalidOperationException($"The line changed {MostAttempts} times while it was taken back.");
    }
}
