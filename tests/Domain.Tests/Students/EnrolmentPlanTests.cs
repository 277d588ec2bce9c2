using CsCheck;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Tests.Students;

public sealed class EnrolmentPlanTests
{
    private static readonly Gen<RegisterLine[]> Lines =
        from numbers in Gen.Shuffle(new[] { 1, 2, 3, 4, 5 })
        from ids in Gen.Shuffle(new[] { 1, 2, 3, 4, 5 })
        from names in Gen.Int[1, 2].Array[5]
        from points in Gen.Int[1, 2].Array[5]
        from length in Gen.Int[0, 5]
        select Enumerable.Range(0, length).Select(i => Line(numbers[i], ids[i], names[i], points[i])).ToArray();

    [Fact]
    public void Adds_whoever_is_new() => Assert.Equal([EnrolmentOutcome.Added], Outcomes([Line(1, 1)], [Line(2, 2)]));

    [Fact]
    public void Tells_a_changed_profile_from_the_same_one() => Assert.Equal(
        [EnrolmentOutcome.Unchanged, EnrolmentOutcome.Updated],
        Outcomes([Line(1, 1), Line(2, 2)], [Line(1, 1), Line(2, 2) with { ProfileMark = "other" }]));

    [Fact]
    public void Refuses_an_ID_number_of_another_student() =>
        Assert.Equal([FailureCodes.NationalIdTaken], Codes([Line(1, 1)], [Line(2, 1)]));

    [Fact]
    public void Refuses_an_ID_number_that_somebody_is_on_the_way_with() =>
        Assert.Equal([FailureCodes.NationalIdTaken], Codes([Line(1, 1), Line(1, 2)], [Line(3, 2)]));

    [Fact]
    public void Corrects_an_ID_number_that_nobody_has() =>
        Assert.Equal([EnrolmentOutcome.Corrected], Outcomes([Line(1, 1), Line(2, 2)], [Line(1, 3)]));

    [Fact]
    public void Refuses_to_swap_ID_numbers() => Assert.Equal(
        [FailureCodes.NationalIdTaken, FailureCodes.NationalIdTaken], Codes([Line(1, 1), Line(2, 2)], [Line(1, 2), Line(2, 1)]));

    [Fact]
    public void Refuses_an_ID_number_that_another_row_gives_away() => Assert.Equal(
        [null, FailureCodes.NationalIdTaken], Codes([Line(1, 1), Line(2, 2)], [Line(1, 3), Line(2, 1)]));

    [Fact]
    public void Takes_another_ID_number_under_another_name_for_somebody_else() =>
        Assert.Equal([FailureCodes.StudentNumberTaken], Codes([Line(1, 1)], [Line(1, 2, name: 2)]));

    [Fact]
    public void Moves_a_student_with_the_same_ID_number_only() => Assert.Equal(
        [null, FailureCodes.StudentNumberTaken], Codes([Line(1, 1), Line(2, 2)], [Line(1, 1, point: 2), Line(2, 3, point: 2)]));

    [Theory]
    [InlineData(VerificationStatus.Pending, null)]
    [InlineData(VerificationStatus.Failed, null)]
    [InlineData(VerificationStatus.Passed, FailureCodes.TransitionIllegal)]
    [InlineData(VerificationStatus.Filed, FailureCodes.TransitionIllegal)]
    public void Asks_for_another_photo_where_the_verification_allows_it(VerificationStatus status, string? code)
    {
        var (standing, wanted) = (Line(1, 1) with { Verification = status }, Line(1, 1) with { MustRecapture = true });

        Assert.Equal([code], Codes([standing], [wanted]));
        Assert.Equal(EnrolmentOutcome.Updated, code is null ? Outcomes([standing], [wanted]).Single() : EnrolmentOutcome.Updated);
        Assert.Equal([EnrolmentOutcome.Unchanged], Outcomes([standing with { MustRecapture = true }], [wanted]));
        Assert.Equal([EnrolmentOutcome.Unchanged], Outcomes([standing with { MustRecapture = true }], [Line(1, 1)]));
    }

    [Fact]
    public void Says_the_same_about_every_row_whatever_the_order_of_the_rows() => Gen.Select(Lines, Lines, Gen.Int[0, 9999]).Sample(
        (standing, wanted, seed) =>
        {
            var shuffled = wanted.ToArray();
            new Random(seed).Shuffle(shuffled);
            var before = wanted.Zip(Results(standing, wanted)).ToDictionary();

            Assert.All(shuffled.Zip(Results(standing, shuffled)), pair => Assert.Equal(before[pair.First], pair.Second));
        });

    [Fact]
    public void Decides_about_every_row_once() => Gen.Select(Lines, Lines).Sample((standing, wanted) =>
        Assert.Equal(
            Enumerable.Range(0, wanted.Length), EnrolmentPlan.Of(standing, wanted).Select(planned => planned.Index).Order()));

    private static RegisterLine Line(int number, int id, int name = 1, int point = 1) => new(
        new StudentKey(
            CohortCode.Parse("2024").Value!, TeachingPointCode.Parse($"TP{point}").Value!, StudentNumber.Parse($"S{number}").Value!),
        $"id{id}",
        $"name{name}",
        $"name{name}");

    private static IEnumerable<Result<EnrolmentOutcome>> Results(RegisterLine[] standing, RegisterLine[] wanted) =>
        EnrolmentPlan.Of(standing, wanted).OrderBy(planned => planned.Index).Select(planned => planned.Result);

    private static IEnumerable<EnrolmentOutcome> Outcomes(RegisterLine[] standing, RegisterLine[] wanted) =>
        Results(standing, wanted).Select(result => result.Value);

    private static IEnumerable<string?> Codes(RegisterLine[] standing, RegisterLine[] wanted) =>
        Results(standing, wanted).Select(result => result.Failure?.Code);
}
