using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Generators;
using PhotoFunctions.TestKit.Reminders;

namespace PhotoFunctions.Domain.Tests.Reminders;

/// <summary>What happens to one student in a year, drawn at random: at any hour, midnight in China included.</summary>
internal sealed class StudentLife(Random random, Cohort cohort, int points)
{
    private readonly List<(DateTimeOffset At, Func<Student, Student> Change)> _events = [];

    /// <summary>Draws a student.</summary>
    /// <param name="number">Which one.</param>
    /// <returns>The student when enrolled, and what happens then, in order.</returns>
    public (Student Student, IReadOnlyList<(DateTimeOffset At, Func<Student, Student> Change)> Events) Draw(int number)
    {
        _events.Clear();
        var enrolledAt = At(Chance(0.05) ? random.Next(0, 80) : -10);
        var student = new Student
        {
            Key = new StudentKey(cohort.Code, ReminderWorld.CodeOf(random.Next(1, points + 1)), StudentNumber.Parse($"S{number:00000}").Value!),
            Profile = new StudentProfile
            {
                Name = "学生",
                NationalId = NationalId.Parse(NationalIds.Complete($"3601021990010{number % 10000:0000}"[..17])).Value!,
                Level = Chance(0.3) ? "专科" : "本科",
                Mail = Chance(0.08) ? "" : $"s{number}@example.com",
            },
            EnrolledAt = enrolledAt,
            CollectionSince = enrolledAt,
        };
        Collect(number);
        Verify();
        Leave();
        return (student, [.. _events.Where(one => one.At > enrolledAt).OrderBy(one => one.At)]);
    }

    private void Collect(int number)
    {
        var day = random.Next(5, 60);
        for (var tries = Chance(0.3) ? random.Next(1, 4) : 0; tries > 0; tries--)
        {
            var (at, sha256) = (At(day), $"{number:x8}{tries:x8}".PadRight(64, '0'));
            _events.Add((at, student => student with
            {
                Collection = CollectionStatus.Rejected,
                CollectionSince = student.Collection == CollectionStatus.Rejected ? student.CollectionSince : at,
                Photo = new DecidedPhoto { Source = new UploadVersion("a/b/c.jpg", "e", at), Sha256 = sha256 },
            }));
            day += random.Next(1, 12);
        }

        if (!Chance(0.85))
        {
            return;
        }

        var accepted = At(day);
        _events.Add((accepted, student => student with
        {
            Collection = CollectionStatus.Accepted,
            CollectionSince = accepted,
            Proofing = ProofingStatus.Due,
            ProofingSince = accepted,
            ProofingStartsOn = ChinaTime.DateAt(accepted),
        }));
        if (Chance(0.8))
        {
            Proof(At(day + random.Next(8, 90)), Chance(0.1));
        }
    }

    private void Proof(DateTimeOffset at, bool isDisputed)
    {
        _events.Add((at, student => student with
        {
            Proofing = isDisputed ? ProofingStatus.Disputed : ProofingStatus.Confirmed,
            ProofingSince = at,
        }));
        if (isDisputed)
        {
            var again = at.AddDays(random.Next(5, 30));
            _events.Add((again, student => student with
            {
                Proofing = ProofingStatus.Due,
                ProofingSince = again,
                ProofingStartsOn = ChinaTime.DateAt(again),
            }));
            Proof(again.AddDays(random.Next(10, 60)), false);
        }
    }

    private void Verify()
    {
        for (var day = random.Next(30, 200); Chance(0.12); day += random.Next(5, 40))
        {
            var status = (VerificationStatus)random.Next((int)VerificationStatus.Failed, (int)VerificationStatus.Abnormal + 1);
            var at = At(day);
            _events.Add((at, student => student with { Verification = status, VerificationSince = at }));
            if (!Chance(0.7))
            {
                return;
            }

            day += random.Next(1, 60);
            var solved = At(day);
            _events.Add((solved, student => student with { Verification = VerificationStatus.Filed, VerificationSince = solved }));
        }
    }

    private void Leave()
    {
        // Some move twice within a day or two.
        var day = random.Next(10, 200);
        for (var moves = Chance(0.03) ? random.Next(1, 3) : 0; moves > 0; moves--, day += random.Next(0, 3))
        {
            var (at, to) = (At(day), ReminderWorld.CodeOf(random.Next(1, points + 1)));
            _events.Add((at, student => student.Key.TeachingPoint == to
                ? student
                : student with { Key = student.Key with { TeachingPoint = to }, MovedFrom = student.Key.TeachingPoint, MovedOn = at }));
        }

        if (Chance(0.03))
        {
            var at = At(random.Next(10, 100));
            _events.Add((at, student => student with { OptedOutSince = at }));
        }
    }

    private bool Chance(double share) => random.NextDouble() < share;

    // The first and the last second of a day are drawn more often than others.
    private DateTimeOffset At(int day)
    {
        var midnight = ChinaTime.At(cohort.CollectionOpensOn.AddDays(day), 0);
        return random.Next(10) switch
        {
            0 => midnight,
            1 => midnight.AddDays(1).AddSeconds(-1),
            _ => midnight.AddSeconds(random.Next(86_400)),
        };
    }
}
