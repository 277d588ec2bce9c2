using System.Runtime.CompilerServices;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>Tells whom a day would mail, as the students stand now. It sends and writes nothing.</summary>
/// <param name="cohorts">Where teaching points are kept.</param>
/// <param name="calendars">Where holidays are kept.</param>
/// <param name="students">Where students are read.</param>
/// <param name="ledger">The ledger.</param>
public sealed class ReminderPreview(
    ICohortStore cohorts, ICalendarStore calendars, IReminderStudents students, IReminderLedger ledger)
{
    private static readonly ReminderKind[] Kinds = Enum.GetValues<ReminderKind>();

    /// <summary>Lists what falls due on a day, by teaching point, what is about all of them last.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="date">The day (UTC+8), past or to come.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The mails, also those that nobody would get.</returns>
    public async IAsyncEnumerable<PreviewLine> ListAsync(
        Cohort cohort, DateOnly date, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        var policy = new ReminderPolicy(cohort, await calendars.FindAsync(cancellationToken));
        var escalated = new List<Occasion>();
        foreach (var point in await cohorts.FindTeachingPointsAsync(cohort.Code, cancellationToken))
        {
            var facts = await students.ListAsync(cohort.Code, point.Code, cancellationToken).ToListAsync(cancellationToken);
            var lines = Kinds.Where(kind => kind != ReminderKind.VerificationEscalation)
                .SelectMany(kind => LinesOf(policy, kind, point, facts, date))
                .ToList();
            escalated.AddRange(LastOn(policy.ForOffice(ReminderKind.VerificationEscalation, facts, date), date) is { } last ? [last] : []);
            await foreach (var line in WithStatusAsync(cohort, point.Code, lines, cancellationToken))
            {
                yield return line;
            }
        }

        if (escalated.MaxBy(occasion => occasion.On) is { } escalation)
        {
            var key = new ReminderKey(cohort.Code, null, ReminderKind.VerificationEscalation, escalation);
            var leftOut = cohort.AdministratorMail.Length == 0 ? FailureCodes.MailAddressMissing : null;
            await foreach (var line in WithStatusAsync(cohort, null, [new PreviewLine(key, leftOut, null)], cancellationToken))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<PreviewLine> LinesOf(
        ReminderPolicy policy, ReminderKind kind, TeachingPoint point, IReadOnlyList<ReminderFacts> students, DateOnly date)
    {
        if (kind.IsDigest())
        {
            var leftOut = point.Reached.Mail.Length == 0 ? FailureCodes.MailAddressMissing : null;
            return LastOn(policy.ForOffice(kind, students, date), date) is { } occasion
                ? [new PreviewLine(new ReminderKey(point.Cohort, point.Code, kind, occasion), leftOut, null)]
                : [];
        }

        return from student in students
               let occasion = LastOn(policy.ForStudent(kind, student, date), date)
               where occasion is not null
               let key = new ReminderKey(point.Cohort, point.Code, kind, occasion, student.Student.Number)
               select new PreviewLine(key, ReminderPolicy.LeftOut(kind, student), null);
    }

    // Of several that fall due on one day the last one is sent.
    private static Occasion? LastOn(IReadOnlyList<DueOccasion> occasions, DateOnly date) =>
        occasions.Count > 0 && occasions[^1] is { IsLive: true } last && last.DueOn == date ? last.Occasion : null;

    private async IAsyncEnumerable<PreviewLine> WithStatusAsync(
        Cohort cohort, TeachingPointCode? point, List<PreviewLine> lines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            yield break;
        }

        var from = lines.GroupBy(line => line.Key.Kind)
            .ToDictionary(kind => kind.Key, kind => (DateOnly?)kind.Min(line => line.Key.Occasion.On));
        var known = (await ledger.ReadAsync(cohort.Code, point, from, cancellationToken))
            .ToDictionary(line => line.Key, line => line.Status);
        foreach (var line in lines)
        {
            yield return line with { Status = known.TryGetValue(line.Key, out var status) ? status : null };
        }
    }
}
