using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>
/// Sends what is due and not yet done. It never assumes that it runs once, or on time: whatever was missed is found again, and whatever
/// two rounds find is sent by one of them (docs/decisions/0024).
/// </summary>
/// <param name="cohorts">Where cohorts are kept.</param>
/// <param name="calendars">Where holidays are kept.</param>
/// <param name="planning">Finds what is due.</param>
/// <param name="delivery">Brings one mail to its end.</param>
/// <param name="quota">How many mails the provider takes.</param>
/// <param name="time">The clock.</param>
public sealed class ReminderRound(
    ICohortStore cohorts,
    ICalendarStore calendars,
    ReminderPlanning planning,
    ReminderDelivery delivery,
    IMailQuota quota,
    TimeProvider time)
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(3);

    // A minute is waited for, an hour is not.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(61);

    // So few writes that they do not count, so few mails that little of the quota is lost when a round dies.
    private const int TakenAtOnce = 10;

    // One hand-over may fail by chance; when the provider takes nobody's mail, the next round tries again.
    private const int MostRebuffs = 3;

    /// <summary>Does what is due now.</summary>
    /// <param name="subject">What to remind of.</param>
    /// <param name="only">The cohort; null for all.</param>
    /// <param name="cancellationToken">Ends the round; the next one goes on.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="AggregateException">Some parts failed; the others were done.</exception>
    public async Task<ReminderReport> RunAsync(ReminderSubject subject, CohortCode? only, CancellationToken cancellationToken)
    {
        if (!SendingHours.AreOpen(time.GetUtcNow()))
        {
            return new ReminderReport { IsNight = true };
        }

        using var round = new Round(time, Budget);
        var report = new ReminderReport();
        var open = new List<(ReminderEntry Line, ReminderPolicy Policy)>();
        var calendar = await calendars.FindAsync(cancellationToken);
        foreach (var cohort in (await cohorts.ListAsync(cancellationToken)).Where(cohort => only is null || cohort.Code == only))
        {
            var policy = new ReminderPolicy(cohort, calendar);
            var (added, lines) = await planning.PlanAsync(policy, subject, round, cancellationToken);
            report = report with { FellDue = report.FellDue + added };
            open.AddRange(lines.Select(line => (line, policy)));
        }

        foreach (var (line, _) in open.Where(one => one.Line.Status == ReminderStatus.Sending))
        {
            await round.RunAsync(token => SettleAsync(line, token), cancellationToken);
        }

        // A clock that was set back makes lines of days to come: dropped today, they would not be sent then.
        var today = ChinaTime.DateAt(time.GetUtcNow());

        // One mail to an office helps many students; then whoever has waited longest since the last try, so that nobody whom the provider
        // does not take keeps the others waiting.
        var kinds = ReminderKinds.Of(subject).ToList();
        var pending = open.Where(one => one.Line.Status == ReminderStatus.Pending && one.Line.DueOn <= today)
            .OrderByDescending(one => one.Line.Key.Kind.IsDigest())
            .ThenBy(one => one.Line.Since)
            .ThenBy(one => one.Line.DueOn)
            .ThenBy(one => kinds.IndexOf(one.Line.Key.Kind))
            .ToList();
        var (taken, rebuffs, handled, isStopped) = (0, 0, 0, false);
        for (var next = 0; next < pending.Count && !isStopped && !round.IsOver; next++)
        {
            await round.RunAsync(token => SendAsync(pending[next], pending.Count - next, token), cancellationToken);
        }

        round.End();
        return report with { Waiting = report.Waiting + pending.Count - handled };

        async Task SettleAsync(ReminderEntry line, CancellationToken token)
        {
            if (await delivery.SettleAsync(line, token) is { } status)
            {
                report = report.With(status);
            }
        }

        async Task SendAsync((ReminderEntry Line, ReminderPolicy Policy) mail, int left, CancellationToken token)
        {
            if (!await IsAllowedAsync(left, token))
            {
                isStopped = true;
                return;
            }

            var (status, outcome) = await delivery.SendAsync(mail.Line, mail.Policy, token);
            handled++;
            report = status is { } reached ? report.With(reached) : report;
            taken -= outcome is null ? 0 : 1;
            rebuffs = outcome is null or { IsAboutRecipient: true } ? rebuffs : outcome.Result == MailResult.NotNow ? rebuffs + 1 : 0;
            isStopped = outcome?.RetryAt > time.GetUtcNow() || rebuffs >= MostRebuffs;
        }

        async Task<bool> IsAllowedAsync(int left, CancellationToken token)
        {
            while (taken == 0)
            {
                var allowance = await quota.TakeAsync(Math.Min(left, TakenAtOnce), token);
                taken = allowance.Granted;
                if (taken == 0 && allowance.AskAgainAt is { } later && later - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                {
                    if (wait > LongestWait)
                    {
                        return false;
                    }

                    await Task.Delay(wait, time, token);
                }
            }

            return SendingHours.AreOpen(time.GetUtcNow());
        }
    }
}
