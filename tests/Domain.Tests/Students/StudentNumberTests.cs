using CsCheck;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Students;

public sealed class StudentNumberTests
{
    [Fact]
    public void Reads_every_valid_number_as_it_is() =>
        StudentNumbers.Valid.Sample(text => Assert.Equal(text, StudentNumber.Parse(text).Value!.ToString()));

    [Fact]
    public void Tells_upper_case_from_lower_case() => Assert.NotEqual(StudentNumber.Parse("a1").Value, StudentNumber.Parse("A1").Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2021 001")]
    [InlineData("2021/001")]
    public void Rejects_another_shape(string? text) => Assert.Equal(FailureCodes.CodeShape, StudentNumber.Parse(text).Failure!.Code);
}
