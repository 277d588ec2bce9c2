using System.Runtime.CompilerServices;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>Tells whom a day would mail, as the students stand now. It sends and writes nothing.</summary>
/// <param name="cohorts">Where teaching points are kept.</param>
/// <param name="calendars">Where holidays are kept.</param>
/// <param name="students">Where students are read.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
public sealed class ReminderPreview(
    ICohortStore cohorts, ICalendarStore calendars, IReminderStudents students, IReminderLedger ledger, TimeProvider time)
{
    private static readonly ReminderKind[] Kinds = Enum.GetValues<ReminderKind>();

    /// <summary>
    /// Lists what a day brings, by teaching point, what is about all of them last: what falls due on it, and, on the next day on which mails
    /// can be sent, also what was due before and is still to be sent. Of a day that is over, what was found to be due.
    /// </summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="date">The day (UTC+8), past or to come.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The mails, also those that nobody would get.</returns>
    public async IAsyncEnumerable<PreviewLine> ListAsync(
        Cohort cohort, DateOnly date, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        var policy = new ReminderPolicy(cohort, await calendars.FindAsync(cancellationToken));
        var next = ChinaTime.DateAt(SendingHours.NextOpening(time.GetUtcNow()));
        var earliest = date == next ? DateOnly.MinValue : date;
        var escalated = new List<DueOccasion>();
        foreach (var point in await cohorts.FindTeachingPointsAsync(cohort.Code, cancellationToken))
        {
            var facts = await students.ListAsync(cohort.Code, point.Code, cancellationToken).ToListAsync(cancellationToken);
            var lines = Kinds.Where(kind => kind != ReminderKind.VerificationEscalation)
                .SelectMany(kind => LinesOf(policy, kind, point, facts, earliest, date))
                .ToList();
            escalated.AddRange(LastOn(policy.ForOffice(ReminderKind.VerificationEscalation, facts, date), earliest) is { } last ? [last] : []);
            await foreach (var line in ShownAsync(cohort, point.Code, lines, date, next, cancellationToken))
            {
                yield return line;
            }
        }

        if (escalated.MaxBy(due => due.Occasion.On) is { } escalation)
        {
            var key = new ReminderKey(cohort.Code, null, ReminderKind.VerificationEscalation, escalation.Occasion);
            var leftOut = cohort.AdministratorMail.Length == 0 ? FailureCodes.MailAddressMissing : null;
            var line = new PreviewLine(key, escalation.DueOn, leftOut, null);
            await foreach (var shown in ShownAsync(cohort, null, [line], date, next, cancellationToken))
            {
                yield return shown;
            }
        }
    }

    private static IEnumerable<PreviewLine> LinesOf(
        ReminderPolicy policy, ReminderKind kind, TeachingPoint point, IReadOnlyList<ReminderFacts> students, DateOnly earliest, DateOnly date)
    {
        if (kind.IsDigest())
        {
            var leftOut = point.Reached.Mail.Length == 0 ? FailureCodes.MailAddressMissing : null;
            return LastOn(policy.ForOffice(kind, students, date), earliest) is { } due
                ? [new PreviewLine(new ReminderKey(point.Cohort, point.Code, kind, due.Occasion), due.DueOn, leftOut, null)]
                : [];
        }

        return from student in students
               let last = LastOn(policy.ForStudent(kind, student, date), earliest)
               where last is not null
               let key = new ReminderKey(point.Cohort, point.Code, kind, last.Occasion, student.Student.Number)
               select new PreviewLine(key, last.DueOn, ReminderPolicy.LeftOut(kind, student), null);
    }

    // Of several that fall due on one day the last one is sent.
    private static DueOccasion? LastOn(IReadOnlyList<DueOccasion> occasions, DateOnly earliest) =>
        occasions.Count > 0 && occasions[^1] is { IsLive: true } last && last.DueOn >= earliest ? last : null;

    private static bool IsShown(PreviewLine line, DateOnly date, DateOnly next)
    {
        var isToBeSent = line.Status is null or ReminderStatus.Pending;
        return date > next ? line.DueOn == date
            : date == next ? line.DueOn == date || (isToBeSent && line.LeftOut is null)
            : !isToBeSent || line.LeftOut is not null;
    }

    private async IAsyncEnumerable<PreviewLine> ShownAsync(
        Cohort cohort,
        TeachingPointCode? point,
        List<PreviewLine> lines,
        DateOnly date,
        DateOnly next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            yield break;
        }

        var from = lines.GroupBy(line => line.Key.Kind)
            .ToDictionary(kind => kind.Key, kind => (DateOnly?)kind.Min(line => line.Key.Occasion.On));
        var known = (await ledger.ReadAsync(cohort.Code, point, from, cancellationToken))
            .ToDictionary(line => line.Key, line => line.Status);
        foreach (var line in lines.Select(line => line with { Status = known.TryGetValue(line.Key, out var status) ? status : null }))
        {
            if (IsShown(line, date, next))
            {
                yield return line;
            }
        }
    }
}
