using System.Globalization;
using System.Text;
using CsCheck;
using PhotoFunctions.Domain.Exports;

namespace PhotoFunctions.Domain.Tests.Exports;

public sealed class SafeFileNameTests
{
    private static readonly char[] Refused =
    [
        '/', '\\', ':', '*', '?', '"', '<', '>', '|', '\0', '\n', '\t', '\u202E', '\u2028', '\u200B', '\uFEFF', '\uD800',
    ];

    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.OneOf(Gen.OneOf(Refused), Gen.OneOf('.', ' ', '张', '·', 'a', '\u3000'), Gen.Char).Array[0, 20].Select(string.Concat),
        Gen.OneOf("CON", "nul.jpg", "..", "../../etc/passwd", "C:\\a.jpg", "Aux ", "com1.tar.jpg", "LPT¹.jpg", "CONIN$"));

    [Fact]
    public void Gives_for_any_name_one_that_every_file_system_takes() => Names.Sample(name =>
    {
        var safe = SafeFileName.Of(name);

        Assert.NotEmpty(safe);
        Assert.DoesNotContain(safe, Refused.Contains);
        Assert.DoesNotContain(safe.EnumerateRunes(), rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control);
        Assert.False(safe[0] is '.' || safe[^1] is '.' || char.IsWhiteSpace(safe[0]) || char.IsWhiteSpace(safe[^1]));
        var stem = safe.Split('.')[0].TrimEnd();
        Assert.DoesNotContain(
            stem, new[] { "CON", "PRN", "AUX", "NUL", "COM1", "LPT1", "LPT¹", "CONIN$" }, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(safe, SafeFileName.Of(safe));
    });

    [Theory]
    [InlineData("11010519491231002X.jpg")]
    [InlineData("S1-张三.jpg")]
    [InlineData("买买提·吐尔逊 𠮷.jpg")]
    [InlineData("CONRAD.jpg")]
    [InlineData("a..b.jpg")]
    public void Leaves_a_good_name_as_it_is(string name) => Assert.Equal(name, SafeFileName.Of(name));

    [Theory]
    [InlineData("../S1.jpg", "___S1.jpg")]
    [InlineData("..\\..\\S1.jpg", "___.._S1.jpg")]
    [InlineData("NUL.jpg", "_NUL.jpg")]
    [InlineData("", "_")]
    public void Puts_a_line_in_the_place_of_what_is_refused(string name, string safe) => Assert.Equal(safe, SafeFileName.Of(name));

    [Fact]
    public void Counts_the_bytes_of_a_name()
    {
        Assert.False(SafeFileName.IsTooLong(new string('张', 85)));
        Assert.True(SafeFileName.IsTooLong(new string('张', 86)));
    }
}
