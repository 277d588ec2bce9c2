using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;

namespace PhotoFunctions.Domain.Tests.Review;

public sealed class ReviewActTests
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public void Trims_what_people_type_and_takes_a_hash_in_capitals()
    {
        var act = ReviewAct.Create(CollectionEvent.ReviewRefused, Hash.ToUpperInvariant(), " 王老师 ", " 头发遮眼\t").Value!;

        Assert.Equal((Hash, "王老师", "头发遮眼"), (act.Sha256, act.Person, act.Reason));
    }

    [Theory]
    [InlineData(null, "王老师", "r", FailureCodes.RequestInvalid)]
    [InlineData("abc", "王老师", "r", FailureCodes.RequestInvalid)]
    [InlineData("good", null, "r", FailureCodes.ValueMissing)]
    [InlineData("good", " ", "r", FailureCodes.ValueMissing)]
    [InlineData("good", "a\nb", "r", FailureCodes.ControlCharacter)]
    [InlineData("good", "王老师", null, FailureCodes.ValueMissing)]
    [InlineData("good", "王老师", " \t ", FailureCodes.ValueMissing)]
    [InlineData("good", "王老师", "a\r\nb", FailureCodes.ControlCharacter)]
    [InlineData("good", "王老师", "a\u2028b", FailureCodes.ControlCharacter)]
    [InlineData("good", "王老师", "a\0b", FailureCodes.ControlCharacter)]
    public void Refuses_a_hash_a_person_or_a_reason_that_cannot_be_kept(string? sha256, string? person, string? reason, string code) =>
        Assert.Equal(code, ReviewAct.Create(CollectionEvent.ReviewRefused, sha256 == "good" ? Hash : sha256, person, reason).Failure?.Code);

    [Fact]
    public void Refuses_a_hash_with_other_characters() => Assert.Equal(
        FailureCodes.RequestInvalid, ReviewAct.Create(CollectionEvent.ReviewApproved, new string('g', 64), "王老师", "").Failure?.Code);

    [Theory]
    [InlineData(50, 200, null)]
    [InlineData(51, 200, FailureCodes.ValueTooLong)]
    [InlineData(50, 201, FailureCodes.ValueTooLong)]
    public void Keeps_to_the_longest_texts(int person, int reason, string? code) => Assert.Equal(
        code, ReviewAct.Create(CollectionEvent.AppealDenied, Hash, new string('王', person), new string('因', reason)).Failure?.Code);

    [Theory]
    [InlineData(CollectionEvent.ReviewApproved, true)]
    [InlineData(CollectionEvent.AppealGranted, true)]
    [InlineData(CollectionEvent.ReviewRefused, false)]
    [InlineData(CollectionEvent.AppealOpened, false)]
    [InlineData(CollectionEvent.AppealDenied, false)]
    public void Needs_a_reason_from_whoever_says_no(CollectionEvent happened, bool mayBeSilent) =>
        Assert.Equal(mayBeSilent, ReviewAct.Create(happened, Hash, "王老师", null).Failure is null);

    [Fact]
    public void Prints_nothing_that_a_person_wrote()
    {
        var act = Acts.Create(CollectionEvent.ReviewRefused, Hash, "王老师", "头发遮眼");
        var line = Acts.Decide(Acts.InReview, Acts.Act(Acts.InReview, CollectionEvent.ReviewRefused)).Value!.History!;

        Assert.DoesNotContain("王老师", $"{act} {line}", StringComparison.Ordinal);
        Assert.DoesNotContain("头发", $"{act}", StringComparison.Ordinal);
        Assert.DoesNotContain("背景", $"{line}", StringComparison.Ordinal);
    }
}
