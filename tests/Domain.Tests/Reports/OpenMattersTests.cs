using CsCheck;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Tests.Reports;

public sealed class OpenMattersTests
{
    private static readonly DateTimeOffset Enrolled = new(2023, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2023, 6, 1);

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
        Gen.Int[0, 999],
        Gen.Enum<CollectionStatus>(),
        Gen.Enum<VerificationStatus>(),
        Gen.Int[0, 2],
        Gen.OneOf(Gen.Const("face-missing"), Gen.Const("photo-blurred"), Gen.Const("clothes-blue")).Array[0, 3],
        Gen.Int[-1, 100],
        Gen.Bool,
        (number, collection, verification, review, codes, day, isConfirmed) => new StudentStanding
        {
            Number = StudentNumber.Parse($"S{number:D3}").Value!,
            EnrolledAt = Enrolled,
            Collection = collection,
            CollectionSince = Enrolled,
            FaultCodes = [.. codes.Distinct()],
            Review = collection != CollectionStatus.InReview || review == 2 ? null : (ReviewKind)review,
            IsPersonConfirmed = isConfirmed,
            Verification = verification,
            VerificationSince = day < 0 ? null : Enrolled.AddDays(day),
        });

    [Fact]
    public void Counts_the_reasons_of_those_who_stand_at_rejected() => Anybody.List[0, 60].Sample(students =>
    {
        var matters = Of("TP1", students).Matters;

        var expected = students.Where(student => student.Collection == CollectionStatus.Rejected)
            .SelectMany(student => student.FaultCodes)
            .CountBy(code => code)
            .OrderBy(code => code.Key, StringComparer.Ordinal);
        Assert.Equal(expected, matters.Reasons);
    });

    [Fact]
    public void Counts_what_waits_for_a_person() => Anybody.List[0, 60].Sample(students =>
    {
        var expected = new WaitingCounts(
            students.Count(student => student.Review == ReviewKind.Findings),
            students.Count(student => student.Review == ReviewKind.Appeal),
            students.Count(student => student.Collection == CollectionStatus.Accepted && !student.IsPersonConfirmed));

        Assert.Equal(expected, Of("TP1", students).Matters.Waiting);
    });

    [Fact]
    public void Names_those_in_trouble_who_have_waited_longest() => Anybody.List[0, 150].Sample(list =>
    {
        var students = list.DistinctBy(student => student.Number).ToList();

        var trouble = Of("TP1", students).Matters.Trouble;

        var expected = students.Where(student => student.IsInTrouble)
            .Select(student => (Since: student.VerificationSince ?? Enrolled, Number: student.Number.Value))
            .Order()
            .Take(OpenMatters.MostCases);
        Assert.Equal(expected, trouble.Select(one => (one.Since, one.StudentNumber.Value)));
    });

    [Fact]
    public void Is_the_same_for_two_teaching_points_together_as_for_their_sum() =>
        Gen.Select(Anybody.List[0, 80], Anybody.List[0, 80]).Sample((one, other) =>
        {
            var points = new[] { Of("TP1", one), Of("TP2", other) };
            var sum = ProgressSummary.Sum(points).Matters;

            Assert.Equal(points[0].Matters.Waiting.Plus(points[1].Matters.Waiting), sum.Waiting);
            Assert.Equal(
                points.SelectMany(point => point.Matters.Reasons).AggregateBy(code => code.Key, 0, (count, code) => count + code.Value).Order(Names),
                sum.Reasons);
            Assert.Equal(
                points.SelectMany(point => point.Matters.Trouble).OrderBy(one => one.Since).Take(OpenMatters.MostCases).Select(one => one.Since),
                sum.Trouble.Select(one => one.Since));
        });

    [Fact]
    public void Makes_a_glance_of_what_its_teaching_points_say()
    {
        var points = new[] { "TP1", "TP2" }.Select(code => new TeachingPoint
        {
            Cohort = Cohort.Code,
            Code = TeachingPointCode.Parse(code).Value!,
            Name = $"教学点{code}",
        });
        var students = Anybody.List[30, 30].Single();
        var asOf = new DateTimeOffset(2023, 5, 31, 16, 0, 0, TimeSpan.Zero);

        var glance = CohortGlance.Of(
            Cohort, [.. points.Select(point => (point, Of(point.Code.Value, students)))], new MailCounts(), new MailHour("smtp", 3, 9), asOf);

        Assert.Equal((60, 30, 2), (glance.Counts.Students, glance.TeachingPoints[1].Counts.Students, glance.TeachingPoints.Count));
        Assert.Equal((new DateOnly(2023, 6, 30), new DateOnly(2023, 8, 2)), (glance.Window.ClosesOn, glance.LastOn));
        Assert.Equal((Today, asOf), (glance.Days[^1].Date, glance.AsOf));
        Assert.Equal(glance.Reasons.OrderByDescending(reason => reason.Students), glance.Reasons);
        Assert.Equal(glance.TeachingPoints.Aggregate(new WaitingCounts(0, 0, 0), (sum, point) => sum.Plus(point.Waiting)), glance.Waiting);
    }

    private static Comparer<KeyValuePair<string, int>> Names { get; } =
        Comparer<KeyValuePair<string, int>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key));

    private static ProgressSummary Of(string point, IEnumerable<StudentStanding> students) =>
        ProgressSummary.Of(Cohort, TeachingPointCode.Parse(point).Value!, students, WorkingCalendar.Shipped, Today);
}
