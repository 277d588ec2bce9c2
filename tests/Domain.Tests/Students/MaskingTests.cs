using CsCheck;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Tests.Students;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("张", "张")]
    [InlineData("张三", "张*")]
    [InlineData("𠮷野", "𠮷*")]
    [InlineData("13800138000", "1**********")]
    [InlineData("123456789012", "1***********")]
    [InlineData("11010519491231002X", "1101**********002X")]
    public void Hides_the_middle(string text, string masked) => Assert.Equal(masked, Masking.Mask(text));

    [Theory]
    [InlineData("11010519491231002X.jpg", "1101**********002X.jpg")]
    [InlineData("11010519491231002X", "1101**********002X")]
    [InlineData("张三.JPEG", "张*.JPEG")]
    [InlineData("1.11010519491231002X", "1*******************")]
    [InlineData(".jpg", ".jpg")]
    [InlineData("a.", "a*")]
    public void Leaves_a_short_extension_of_letters(string fileName, string masked) => Assert.Equal(masked, Masking.MaskFileName(fileName));

    [Fact]
    public void Keeps_the_length_of_every_text() => Gen.String.Sample(text =>
    {
        Assert.Equal(text.EnumerateRunes().Count(), Masking.Mask(text).EnumerateRunes().Count());
        Assert.Equal(text.EnumerateRunes().Count(), Masking.MaskFileName(text).EnumerateRunes().Count());
    });

    [Theory]
    [InlineData("不是 11010519491231002X,电话13800138000。", "不是 ******************,电话***********。")]
    [InlineData("1101 0519 4912 3100 2x", "**********************")]
    [InlineData("11010519491231002X", "******************")]
    [InlineData("学号20230001,2027-06-23 重拍", "学号20230001,2027-06-23 重拍")]
    [InlineData(null, null)]
    public void Masks_long_numbers_in_what_a_person_wrote(string? text, string? expected) =>
        Assert.Equal(expected, Masking.MaskNumbers(text));
}
