using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Cohorts;

public sealed class TeachingPointTests
{
    private static readonly CohortCode Cohort = CohortCode.Parse("2024").Value!;
    private static readonly TeachingPointCode Code = TeachingPointCode.Parse("TP012").Value!;

    [Fact]
    public void Takes_what_an_administrator_sent() =>
        Assert.Equal(
            new TeachingPoint { Cohort = Cohort, Code = Code, Name = "南昌教学点" },
            TeachingPoint.Create(Cohort, Code, " 南昌教学点 ").Value);

    [Theory]
    [InlineData(null, FailureCodes.ValueMissing)]
    [InlineData("  ", FailureCodes.ValueMissing)]
    public void Needs_a_name(string? name, string code) => Assert.Equal(code, TeachingPoint.Create(Cohort, Code, name).Failure!.Code);

    [Fact]
    public void Rejects_a_name_of_more_than_100_characters() =>
        Assert.Equal(FailureCodes.ValueTooLong, TeachingPoint.Create(Cohort, Code, new string('点', 101)).Failure!.Code);
}
