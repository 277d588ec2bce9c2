using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Progress;

public sealed class AttributionTests
{
    [Theory]
    [InlineData(null, "原因", FailureCodes.ValueMissing)]
    [InlineData(" \u3000", "原因", FailureCodes.ValueMissing)]
    [InlineData("王老师", " ", FailureCodes.ValueMissing)]
    [InlineData("王\n老师", "原因", FailureCodes.ControlCharacter)]
    [InlineData("王老师", "原\u2028因", FailureCodes.ControlCharacter)]
    public void Needs_a_person_and_a_reason_in_one_line_each(string? person, string? reason, string code) =>
        Assert.Equal(code, Attribution.Create(Actors.Administrator, person, reason, needsReason: true).Failure?.Code);

    [Fact]
    public void Limits_both_texts()
    {
        Assert.Equal(FailureCodes.ValueTooLong, Attribution.Create(Actors.Administrator, new string('王', 51), "", false).Failure?.Code);
        Assert.Equal(FailureCodes.ValueTooLong, Attribution.Create(Actors.Administrator, "王", new string('因', 201), false).Failure?.Code);
        Assert.Null(Attribution.Create(Actors.Administrator, new string('王', 50), new string('因', 200), true).Failure);
    }

    [Fact]
    public void Takes_the_blanks_off_and_an_empty_reason_for_none()
    {
        var attribution = Attribution.Create(Actors.TeachingPoint, " 王老师 ", " ", needsReason: false).Value!;

        Assert.Equal((Actors.TeachingPoint, "王老师", null), (attribution.Actor, attribution.Person, attribution.Reason));
        Assert.Equal("TeachingPoint", attribution.ToString());
    }
}
