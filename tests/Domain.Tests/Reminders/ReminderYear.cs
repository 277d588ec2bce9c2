using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Reminders;

namespace PhotoFunctions.Domain.Tests.Reminders;

/// <summary>
/// 400 days of a cohort. After one round of every day it is reckoned anew who is due by then: each of these occasions must be in the ledger.
/// </summary>
internal sealed class ReminderYear
{
    public const int Days = 400;

    private readonly Random _random;
    private readonly ReminderPolicy _policy;
    private readonly Queue<(DateTimeOffset At, StudentNumber Number, Func<Student, Student>? Change, Student? Enrolled)> _agenda;

    public ReminderYear(
        int students,
        int points,
        int seed,
        Func<IReminderLedger, IReminderLedger>? ledger = null,
        Func<IReminderStudents, IReminderStudents>? reading = null)
    {
        _random = new Random(seed);
        Provider = new SimulatedProvider(new Random(seed + 1));
        World = new ReminderWorld(CohortOf(), points, Provider, new Random(seed + 2), ledger, reading);
        _policy = new ReminderPolicy(World.Cohort, WorkingCalendar.Shipped);
        var life = new StudentLife(_random, World.Cohort, points);
        var drawn = Enumerable.Range(0, students).Select(life.Draw).ToList();
        _agenda = new(
            drawn.Select(one => (one.Student.EnrolledAt, one.Student.Key.Number, (Func<Student, Student>?)null, (Student?)one.Student))
                .Concat(drawn.SelectMany(one => one.Events.Select(happened =>
                    (happened.At, one.Student.Key.Number, (Func<Student, Student>?)happened.Change, (Student?)null))))
                .OrderBy(happened => happened.Item1));
    }

    public ReminderWorld World { get; }

    public SimulatedProvider Provider { get; }

    /// <summary>How many occasions were due after a round that did not write them down, by the policy itself.</summary>
    public int Missing { get; private set; }

    /// <summary>The hours (UTC+8) at which the timers run on a day, the shifts of their clock, and whether two instances run at once.</summary>
    public required Func<Random, int, IEnumerable<(double Hour, TimeSpan Shift, bool Overlaps)>> Rounds { get; init; }

    public async Task RunAsync()
    {
        for (var day = 0; day < Days; day++)
        {
            var midnight = ChinaTime.At(World.Cohort.CollectionOpensOn.AddDays(day), 0);
            var rounds = Rounds(_random, day).OrderBy(round => round.Hour).ToList();
            var looked = _random.Next(Math.Max(1, rounds.Count));
            foreach (var ((hour, shift, overlaps), round) in rounds.Select((round, index) => (round, index)))
            {
                var at = midnight.AddHours(hour);
                LiveUntil(at);
                World.Time.Now = at + shift;
                foreach (var subject in Enum.GetValues<ReminderSubject>())
                {
                    await Task.WhenAll(Enumerable.Range(0, overlaps ? 2 : 1).Select(_ => Task.Run(() => World.RunAsync(subject))));
                }

                if (World.Crashes.Share == 0 && round == looked)
                {
                    Look();
                }
            }
        }

        await World.FinishAsync();
        Look();

        // What was added is still there.
        var stored = World.Lines.Select(line => line.Key with { TeachingPoint = null }).ToHashSet();
        Missing += World.Ledger.Added.Count(key => !stored.Contains(key));
    }

    private void LiveUntil(DateTimeOffset at)
    {
        while (_agenda.TryPeek(out var next) && next.At <= at)
        {
            var (_, number, change, enrolled) = _agenda.Dequeue();
            if (enrolled is not null)
            {
                World.Students.Put(enrolled);
            }
            else
            {
                World.Students.Change(World.Cohort.Code, number, change!);
            }
        }
    }

    private void Look()
    {
        var now = World.Time.Now;
        if (!SendingHours.AreOpen(now))
        {
            return;
        }

        var today = ChinaTime.DateAt(now);
        var facts = World.Students.Students.Select(ReminderFacts.Of).ToList();
        Missing += facts.Sum(student => MissingOf(student, today));
        foreach (var point in facts.GroupBy(student => student.Student.TeachingPoint))
        {
            Missing += MissingOf(ReminderKind.CollectionDigest, point.Key, point, today)
                + MissingOf(ReminderKind.VerificationDigest, point.Key, point, today);
        }

        Missing += MissingOf(ReminderKind.VerificationEscalation, null, facts, today);
    }

    private int MissingOf(ReminderFacts student, DateOnly today) =>
        (from kind in Enum.GetValues<ReminderKind>()
         where !kind.IsDigest() && ReminderPolicy.LeftOut(kind, student) is null
         from due in _policy.ForStudent(kind, student, today)
         where !World.Ledger.Knows(kind, due.Occasion, student.Student.Number, World.Cohort.Code)
         select due).Count();

    private int MissingOf(ReminderKind kind, TeachingPointCode? point, IEnumerable<ReminderFacts> students, DateOnly today) =>
        _policy.ForOffice(kind, students, today) is not [.., { Occasion.On: var last }]
        || World.Ledger.LastOf(kind, point) >= last ? 0 : 1;

    private static Cohort CohortOf() => new()
    {
        Code = CohortCode.Parse("2027").Value!,
        Name = "2027届",
        CollectionOpensOn = new DateOnly(2026, 4, 1),
        CollectionClosesOn = new DateOnly(2026, 6, 30),
        AdministratorMail = "office@example.com",
        Windows =
        [
            new SpecialWindow { Level = "专科", Window = new CollectionWindow(new DateOnly(2026, 4, 1), new DateOnly(2026, 10, 5)) },
        ],
    };
}
