using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.TestKit.Reminders;

/// <summary>A college in memory with everything that a round of reminders needs, around a sender of the test's choice.</summary>
public sealed class ReminderWorld
{
    private static readonly FaultPlan NoFaults = new();
    private readonly InMemoryReminderLedger _ledger = new(NoFaults);
    private readonly ReminderRound _round;

    public ReminderWorld(
        Cohort cohort,
        int points,
        IMailSender sender,
        Random random,
        Func<IReminderLedger, IReminderLedger>? ledger = null,
        Func<IReminderStudents, IReminderStudents>? students = null,
        int? perHour = null,
        IMailWriter? writer = null)
    {
        (Cohort, Crashes) = (cohort, new Crashes(random));
        Cohorts = new InMemoryCohortStore(NoFaults);
        Cohorts.UpdateAsync(cohort.Code, _ => cohort, default).GetAwaiter().GetResult();
        for (var point = 1; point <= points; point++)
        {
            Cohorts.SaveAsync(PointOf(point), default).GetAwaiter().GetResult();
        }

        Ledger = new CrashingLedger(ledger?.Invoke(_ledger) ?? _ledger, Crashes);
        var read = students?.Invoke(Students) ?? Students;
        var drafting = new ReminderDrafting(Cohorts, read, Time);
        _round = new ReminderRound(
            Cohorts,
            new InMemoryCalendars(),
            new ReminderPlanning(Cohorts, read, Ledger, Time),
            new ReminderDelivery(drafting, writer ?? new PlainMailWriter(), new CrashingSender(sender, Crashes), Ledger, Time),
            new InMemoryMailQuota(NoFaults, Time, perHour: perHour),
            Time);
    }

    public Cohort Cohort { get; }

    public InMemoryCohortStore Cohorts { get; }

    public SettableTime Time { get; } = new();

    public InMemoryReminderStudents Students { get; } = new(NoFaults);

    public CrashingLedger Ledger { get; }

    public Crashes Crashes { get; }

    /// <summary>All lines of the ledger.</summary>
    public IReadOnlyList<ReminderEntry> Lines => _ledger.Lines;

    public static TeachingPointCode CodeOf(int point) => TeachingPointCode.Parse($"TP{point:000}").Value!;

    /// <summary>A round; one that crashed is over, like a process that died.</summary>
    public async Task<ReminderReport> RunAsync(ReminderSubject subject)
    {
        try
        {
            return await _round.RunAsync(subject, null, default);
        }
        catch (AggregateException crashed) when (crashed.InnerExceptions.All(one => one is SimulatedOutageException))
        {
            return new ReminderReport();
        }
    }

    /// <summary>Goes on, without crashes, until nothing is open: two hours from one round to the next, as long as leases may last.</summary>
    public async Task FinishAsync()
    {
        Crashes.Share = 0;
        for (var rounds = 0; rounds < 60 && (rounds < 3 || Lines.Any(line => line.IsOpen)); rounds++)
        {
            Time.Now = SendingHours.NextOpening(Time.Now.AddHours(2));
            foreach (var subject in Enum.GetValues<ReminderSubject>())
            {
                await RunAsync(subject);
            }
        }
    }

    /// <summary>What became of every occasion, and how many were sent twice, by what the provider took.</summary>
    public MailBalance Balance(IReadOnlyDictionary<string, int> taken)
    {
        var byMail = taken.GroupBy(operation => Ledger.Operations[operation.Key])
            .ToDictionary(mail => mail.Key, mail => mail.Sum(operation => operation.Value));
        return new MailBalance(Lines, byMail);
    }

    private TeachingPoint PointOf(int point) => new()
    {
        Cohort = Cohort.Code,
        Code = CodeOf(point),
        Name = $"教学点{point}",
        Reached = new ContactDetails { Mail = point % 10 == 9 ? "" : $"tp{point}@example.com" },
    };
}
