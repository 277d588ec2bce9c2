using CsCheck;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Tests.Reports;

public sealed class ProgressSummaryTests
{
    private static readonly TeachingPointCode Point = TeachingPointCode.Parse("TP1").Value!;
    private static readonly DateTimeOffset Enrolled = new(2023, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Cohort Cohort = new()
    {
        Code = CohortCode.Parse("2024").Value!,
        Name = "2024届",
        CollectionOpensOn = new DateOnly(2023, 4, 1),
        CollectionClosesOn = new DateOnly(2023, 6, 30),
        GraceDays = 2,
        Windows = [new SpecialWindow { Level = "专升本", Window = new(new(2023, 5, 1), new(2023, 7, 31)) }],
    };

    private static readonly Gen<StudentStanding> Anybody = Gen.Select(
        Gen.OneOf(Gen.Const(""), Gen.Const("高起本"), Gen.Const("专升本")),
        Gen.OneOf(Gen.Const("1班"), Gen.Const("2班")),
        Gen.Enum<StudentStage>(),
        Gen.Enum<CollectionStatus>(),
        Gen.Enum<ProofingStatus>(),
        Gen.Enum<VerificationStatus>(),
        Gen.Int[0, 200],
        (level, className, stage, collection, proofing, verification, day) => Somebody() with
        {
            Level = level,
            ClassName = className,
            Stage = stage,
            Collection = collection,
            CollectionSince = Enrolled.AddDays(day),
            Proofing = proofing,
            ProofingSince = Enrolled.AddDays(day + 10),
            ProofingStartsOn = DateOnly.FromDateTime(Enrolled.Date).AddDays(day),
            Verification = verification,
            VerificationSince = Enrolled.AddDays(day + 20),
        });

    [Fact]
    public void Counts_every_student_once_in_every_track_level_and_class() => Anybody.List[0, 40].Sample(students =>
    {
        var summary = Of(students, new DateOnly(2023, 7, 5));

        foreach (var groups in new[] { [summary.All], summary.Levels.Values, summary.Classes.Values })
        {
            Assert.Equal(students.Count, groups.Sum(group => group.Students));
            foreach (var (status, _) in summary.All.Proofing)
            {
                Assert.Equal(students.Count(student => student.Proofing == status), groups.Sum(group => group.Proofing[status]));
            }

            Assert.All(groups, group => Assert.Equal(
                [group.Students, group.Students, group.Students, group.Students],
                [group.Stages.Values.Sum(), group.Collection.Values.Sum(), group.Proofing.Values.Sum(), group.Verification.Values.Sum()]));
            Assert.Equal(summary.All.Overdue, groups.Aggregate(new OverdueCounts(0, 0), (sum, group) => sum.Plus(group.Overdue)));
        }
    });

    [Fact]
    public void Ends_the_series_at_the_number_of_those_who_are_accepted_now() => Anybody.List[0, 40].Sample(students =>
    {
        var days = Of(students, new DateOnly(2024, 1, 1)).Days(new DateOnly(2024, 1, 1));

        Assert.Equal(students.Count(student => student.Collection == CollectionStatus.Accepted), days[^1].Total);
        Assert.Equal(students.Count(student => student.Proofing == ProofingStatus.Confirmed), days[^1].ConfirmedTotal);
        Assert.Equal(
            students.Count(student => student.Verification is VerificationStatus.Passed or VerificationStatus.Filed),
            days[^1].VerifiedTotal);
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(
            (pair.First.Date.AddDays(1), pair.First.Total + pair.Second.Accepted), (pair.Second.Date, pair.Second.Total)));
    });

    [Fact]
    public void Makes_of_a_cohort_the_sum_of_its_teaching_points() =>
        Gen.Select(Anybody.List[0, 20], Anybody.List[0, 20]).Sample((one, other) =>
        {
            var today = new DateOnly(2023, 8, 1);
            var (sum, all) = (ProgressSummary.Sum([Of(one, today), Of(other, today)]), Of([.. one, .. other], today));

            Assert.Equal(all.All.Collection, sum.All.Collection);
            Assert.Equal(all.All.Overdue, sum.All.Overdue);
            Assert.Equal(Numbers(all), Numbers(sum));
            Assert.Equal(all.Days(today)[^1], sum.Days(today)[^1]);
            Assert.Empty(sum.Classes);
        });

    [Theory]
    [InlineData("", CollectionStatus.Awaiting, "2023-07-02", 0)]
    [InlineData("", CollectionStatus.Awaiting, "2023-07-03", 1)]
    [InlineData("", CollectionStatus.InReview, "2023-07-03", 1)]
    [InlineData("", CollectionStatus.Accepted, "2023-07-03", 0)]
    [InlineData("专升本", CollectionStatus.Rejected, "2023-08-02", 0)]
    [InlineData("专升本", CollectionStatus.Rejected, "2023-08-03", 1)]
    public void Counts_a_student_without_an_accepted_photo_as_late_after_the_days_of_grace(
        string level, CollectionStatus collection, string today, int overdue)
    {
        var student = Somebody() with { Level = level, Collection = collection };

        Assert.Equal(overdue, Of([student], DateOnly.Parse(today, null)).All.Overdue.Collection);
    }

    [Theory]
    [InlineData(ProofingStatus.Due, "2023-06-02", 0)]
    [InlineData(ProofingStatus.Due, "2023-06-03", 1)]
    [InlineData(ProofingStatus.Disputed, "2023-06-03", 1)]
    [InlineData(ProofingStatus.Confirmed, "2023-06-03", 0)]
    [InlineData(ProofingStatus.NotDue, "2023-06-03", 0)]
    public void Counts_a_proofing_as_late_after_the_longest_wait_in_working_days(ProofingStatus proofing, string today, int overdue)
    {
        var student = Somebody() with { Proofing = proofing, ProofingStartsOn = new DateOnly(2023, 4, 20) };

        Assert.Equal(overdue, Of([student], DateOnly.Parse(today, null)).All.Overdue.Proofing);
    }

    [Theory]
    [InlineData("2023-03-31", null, null)]
    [InlineData("2023-04-01", "2023-04-01", "2023-04-01")]
    [InlineData("2023-05-10", "2023-04-01", "2023-05-10")]
    [InlineData("2023-09-01", "2023-04-01", "2023-07-02")]
    public void Shows_the_days_from_the_opening_to_today_or_the_last_day(string today, string? first, string? last)
    {
        var days = Of([Somebody()], DateOnly.Parse(today, null)).Days(DateOnly.Parse(today, null));

        string?[] ends = days.Count == 0 ? [null, null] : [days[0].Date.ToString("O", null), days[^1].Date.ToString("O", null)];
        Assert.Equal([first, last], ends);
    }

    [Fact]
    public void Takes_the_days_of_China()
    {
        var today = new DateOnly(2023, 6, 1);
        DateTimeOffset[] moments = [new(2023, 4, 30, 15, 59, 59, TimeSpan.Zero), new(2023, 4, 30, 16, 0, 0, TimeSpan.Zero)];

        var students = moments.Select(at => Somebody() with { Collection = CollectionStatus.Accepted, CollectionSince = at });
        var days = Of(students, today).Days(today);

        Assert.Equal([(new DateOnly(2023, 4, 30), 1, 1), (new DateOnly(2023, 5, 1), 1, 2)],
            days.Where(day => day.Accepted > 0).Select(day => (day.Date, day.Accepted, day.Total)));
    }

    [Fact]
    public void Shows_400_days_at_most_and_counts_what_came_before()
    {
        var today = new DateOnly(2025, 6, 1);
        StudentStanding[] students =
        [
            Somebody() with { Collection = CollectionStatus.Accepted, CollectionSince = Enrolled.AddDays(50) },
            Somebody() with { Collection = CollectionStatus.Accepted, CollectionSince = new(2025, 5, 1, 0, 0, 0, TimeSpan.Zero) },
        ];

        var days = Of(students, today).Days(today);

        Assert.Equal((400, 1, 2), (days.Count, days[0].Total, days[^1].Total));
        Assert.Equal(new DateOnly(2025, 5, 1), days[^1].Date);
    }

    private static StudentStanding Somebody() =>
        new() { Number = StudentNumber.Parse("S1").Value!, EnrolledAt = Enrolled, CollectionSince = Enrolled };

    private static IEnumerable<(string, int)> Numbers(ProgressSummary summary) =>
        summary.Levels.Select(level => (level.Key, level.Value.Students));

    private static ProgressSummary Of(IEnumerable<StudentStanding> students, DateOnly today) =>
        ProgressSummary.Of(Cohort, Point, students, WorkingCalendar.Shipped, today);
}
