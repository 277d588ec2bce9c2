using CsCheck;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Results;

public sealed class CodeShapeTests
{
    [Theory]
    [InlineData("2024")]
    [InlineData("TP012")]
    [InlineData("_")]
    [InlineData("-")]
    [InlineData("abcdefghijklmnopqrstuvwxyz_ABC-9")]
    public void Accepts_up_to_32_letters_digits_underscores_and_hyphens(string text) => Assert.True(CodeShape.Fits(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrstuvwxyz_ABC-90")]
    [InlineData("2024\n")]
    [InlineData("\n2024")]
    [InlineData(" 2024")]
    [InlineData("2024~TP")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a.b")]
    [InlineData("届")]
    [InlineData("２０２４")]
    [InlineData("٢")]
    public void Rejects_everything_else(string? text) => Assert.False(CodeShape.Fits(text));

    [Fact]
    public void Fits_exactly_the_texts_made_of_its_alphabet() => Gen.String[0, 34].Sample(text =>
        Assert.Equal(
            text.Length is >= 1 and <= 32 && text.All(c => StudentNumbers.Alphabet.Contains(c, StringComparison.Ordinal)),
            CodeShape.Fits(text)));

    [Fact]
    public void Is_the_shape_of_every_code()
    {
        Assert.Equal("2024", CohortCode.Parse("2024").Value!.ToString());
        Assert.Equal("TP012", TeachingPointCode.Parse("TP012").Value!.ToString());
        Assert.Equal(FailureCodes.CodeShape, CohortCode.Parse("20/24").Failure!.Code);
        Assert.Equal(FailureCodes.CodeShape, TeachingPointCode.Parse(null).Failure!.Code);
    }
}
