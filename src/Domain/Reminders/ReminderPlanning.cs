using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>Finds what is due and not in the ledger, and writes it down there.</summary>
/// <param name="cohorts">Where cohorts are kept.</param>
/// <param name="students">Where students are read.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
public sealed class ReminderPlanning(ICohortStore cohorts, IReminderStudents students, IReminderLedger ledger, TimeProvider time)
{
    /// <summary>Goes through all teaching points of a cohort, 1 look at the students and 1 at the ledger each.</summary>
    /// <param name="policy">The cohort's policy.</param>
    /// <param name="subject">What to look for.</param>
    /// <param name="round">The round whose parts the teaching points are.</param>
    /// <param name="cancellationToken">Ends the work; what was written stays.</param>
    /// <returns>How many lines are new, and every line that has not come to an end.</returns>
    public async Task<(int Added, IReadOnlyList<ReminderEntry> Open)> PlanAsync(
        ReminderPolicy policy, ReminderSubject subject, Round round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(round);
        var cohort = policy.Cohort;
        var (added, open, escalated) = (0, new List<ReminderEntry>(), new List<DueOccasion>());
        foreach (var point in await cohorts.ListTeachingPointsAsync(cohort.Code, cancellationToken))
        {
            await round.RunAsync(token => PlanPointAsync(point.Code, token), cancellationToken);
        }

        if (subject == ReminderSubject.Verification)
        {
            await round.RunAsync(PlanEscalationAsync, cancellationToken);
        }

        return (added, open);

        async Task PlanPointAsync(TeachingPointCode point, CancellationToken token)
        {
            var today = ChinaTime.DateAt(time.GetUtcNow());
            var facts = await students.ListAsync(cohort.Code, point, token).ToListAsync(token);
            var kinds = ReminderKinds.Of(subject).Except([ReminderKind.VerificationEscalation]).ToList();
            var planned = new List<PlannedReminders>();
            foreach (var kind in kinds)
            {
                planned.AddRange(kind.IsDigest()
                    ? Planned(point, kind, null, policy.ForOffice(kind, facts, today))
                    : facts.Where(student => ReminderPolicy.LeftOut(kind, student) is null)
                        .SelectMany(student =>
                            Planned(point, kind, student.Student.Number, policy.ForStudent(kind, student, today))));
            }

            escalated.AddRange(subject == ReminderSubject.Verification && cohort.AdministratorMail.Length > 0
                ? policy.ForOffice(ReminderKind.VerificationEscalation, facts, today)
                : []);
            var movedFrom = facts.Where(student => student.MovedFrom is not null)
                .ToDictionary(student => student.Student.Number, student => student.MovedFrom!);
            await WriteAsync(point, kinds, planned, movedFrom, token);
        }

        async Task PlanEscalationAsync(CancellationToken token)
        {
            var days = escalated.GroupBy(due => due.Occasion.On).OrderBy(day => day.Key).Select(day => day.MinBy(due => due.DueOn)!).ToList();
            var kind = ReminderKind.VerificationEscalation;
            await WriteAsync(null, [kind], [.. Planned(null, kind, null, days)], [], token);
        }

        IEnumerable<PlannedReminders> Planned(
            TeachingPointCode? point, ReminderKind kind, StudentNumber? number, IReadOnlyList<DueOccasion> occasions) =>
            occasions.Count == 0
                ? []
                : [new PlannedReminders(new ReminderKey(cohort.Code, point, kind, occasions[0].Occasion, number), occasions)];

        async Task WriteAsync(
            TeachingPointCode? point,
            IReadOnlyCollection<ReminderKind> kinds,
            IReadOnlyList<PlannedReminders> planned,
            Dictionary<StudentNumber, TeachingPointCode> movedFrom,
            CancellationToken token)
        {
            var from = kinds.ToDictionary(kind => kind, kind => planned.Where(recipient => recipient.Recipient.Kind == kind)
                .Min(recipient => (DateOnly?)recipient.LookBackTo));
            var lines = await ledger.ReadAsync(cohort.Code, point, from, token);
            open.AddRange(lines.Where(line => line.IsOpen));
            var decided = LastDecided(lines);
            var lacking = planned.Where(recipient => Of(decided, recipient) is not { } until || until < recipient.Last).ToList();

            // After an outage, or for whoever is due for the first time: only here the whole series is looked up.
            var unknown = lacking.Where(recipient => recipient.Occasions.Count > 2 && Of(decided, recipient) is null).ToList();
            if (unknown.Count > 0)
            {
                from = unknown.GroupBy(recipient => recipient.Recipient.Kind)
                    .ToDictionary(kind => kind.Key, kind => kind.Min(recipient => (DateOnly?)recipient.Occasions[0].Occasion.On));
                decided = LastDecided(lines.Concat(await ledger.ReadAsync(cohort.Code, point, from, token)));
            }

            var now = time.GetUtcNow();
            var entries = new List<ReminderEntry>();
            foreach (var recipient in lacking)
            {
                var until = Of(decided, recipient);
                if (await DecidedBeforeMoveAsync(recipient, movedFrom, token) is { } former && (until is null || until < former))
                {
                    until = former;
                    entries.AddRange(former >= recipient.Last ? [recipient.Moved(now)] : []);
                }

                entries.AddRange(recipient.Lacking(until, now));
            }

            var written = await ledger.AddAsync(entries, token);
            added += written.Count;
            open.AddRange(written.Where(line => line.IsOpen));
        }
    }

    // Lines stay where they fell due. Asked once for each mail: the line that is written then answers the next time.
    private async Task<DateOnly?> DecidedBeforeMoveAsync(
        PlannedReminders planned, Dictionary<StudentNumber, TeachingPointCode> movedFrom, CancellationToken cancellationToken)
    {
        if (planned.Recipient is not { Student: { } number, TeachingPoint: { } point } recipient
            || !movedFrom.TryGetValue(number, out var before))
        {
            return null;
        }

        DateOnly? until = null;
        var from = new Dictionary<ReminderKind, DateOnly?> { [recipient.Kind] = planned.Occasions[0].Occasion.On };
        foreach (var place in await students.ListFormerAsync(new StudentKey(recipient.Cohort, point, number), before, cancellationToken))
        {
            var lines = await ledger.ReadAsync(recipient.Cohort, place, from, cancellationToken);
            until = lines.Where(line => line.Key.Student == number && line.Key.Occasion.Mark == planned.Mark)
                .Select(line => (DateOnly?)line.Key.Occasion.On)
                .Append(until)
                .Max();
        }

        return until;
    }

    private static Dictionary<Cause, DateOnly> LastDecided(
        IEnumerable<ReminderEntry> lines) =>
        lines.GroupBy(line => new Cause(line.Key.Kind, line.Key.Student, line.Key.Occasion.Mark))
            .ToDictionary(cause => cause.Key, cause => cause.Max(line => line.Key.Occasion.On));

    private static DateOnly? Of(Dictionary<Cause, DateOnly> decided, PlannedReminders planned) =>
        decided.TryGetValue(new Cause(planned.Recipient.Kind, planned.Recipient.Student, planned.Mark), out var until) ? until : null;

    // Whom a series of mails reminds of what.
    private sealed record Cause(ReminderKind Kind, StudentNumber? Student, string? Mark);
}
