using CsCheck;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Students;

public sealed class NationalIdTests
{
    private const string CharactersOfAnId = "0123456789X";

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440524188001010014")]
    public void Reads_the_examples_of_the_standard(string text) => Assert.Equal(text, NationalId.Parse(text).Value!.Value);

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData("11010519491231002ｘ")]
    [InlineData("11010519491231002Ｘ")]
    [InlineData(" 11010519491231002X\t")]
    [InlineData("\u300011010519491231002X\u00A0")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("1101０519491231002x\r\n")]
    public void Brings_the_ways_of_writing_into_one_stored_form(string text) =>
        Assert.Equal("11010519491231002X", NationalId.Parse(text).Value!.Value);

    [Fact]
    public void Reads_every_valid_number_however_it_is_written() =>
        Gen.Select(NationalIds.Valid, Gen.Bool, Gen.Bool, Gen.OneOf("", " ", "\u3000", "\t")).Sample((id, lower, wide, blank) =>
        {
            var text = lower ? id.Replace('X', 'x') : id;
            text = wide ? string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)) : text;

            Assert.Equal(id, NationalId.Parse(blank + text + blank).Value!.Value);
        });

    [Fact]
    public void Detects_every_single_wrong_character() => NationalIds.Valid.Sample(id =>
    {
        for (var position = 0; position < id.Length; position++)
        {
            foreach (var other in CharactersOfAnId.Where(c => c != id[position] && (c != 'X' || position == id.Length - 1)))
            {
                var wrong = id[..position] + other + id[(position + 1)..];
                Assert.Equal(ExpectedOf(wrong), NationalId.Parse(wrong).Failure?.Code);
            }
        }
    });

    [Fact]
    public void Detects_every_swap_of_two_neighbours() => NationalIds.Valid.Sample(id =>
    {
        for (var position = 0; position < id.Length - 1; position++)
        {
            if (id[position] != id[position + 1])
            {
                var wrong = id[..position] + id[position + 1] + id[position] + id[(position + 2)..];
                Assert.Equal(ExpectedOf(wrong), NationalId.Parse(wrong).Failure?.Code);
            }
        }
    });

    [Theory]
    [InlineData("11010519490231002")]
    [InlineData("11010519001301002")]
    [InlineData("11010519000229002")]
    [InlineData("11010520230229002")]
    [InlineData("11010500000101002")]
    [InlineData("11010519490431002")]
    [InlineData("11010519490400002")]
    public void Rejects_a_birth_date_that_does_not_exist(string digits) =>
        Assert.Equal(FailureCodes.NationalIdDate, NationalId.Parse(NationalIds.Complete(digits)).Failure!.Code);

    [Theory]
    [InlineData("11010520000229002")]
    [InlineData("11010520240229002")]
    public void Reads_a_birth_date_in_a_leap_year(string digits) => Assert.NotNull(NationalId.Parse(NationalIds.Complete(digits)).Value);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("110105491231002")]
    [InlineData("11010519491231002")]
    [InlineData("11010519491231002XX")]
    [InlineData("1101051949123X0021")]
    [InlineData("11010519491231002A")]
    [InlineData("11010519491231 02X")]
    [InlineData("1.1010519491231E17")]
    [InlineData("1101051949123100٢X")]
    public void Rejects_another_shape(string text) => Assert.Equal(FailureCodes.NationalIdShape, NationalId.Parse(text).Failure!.Code);

    [Theory]
    [InlineData("11", true)]
    [InlineData("36", true)]
    [InlineData("83", true)]
    [InlineData("91", true)]
    [InlineData("00", false)]
    [InlineData("10", false)]
    [InlineData("66", false)]
    [InlineData("99", false)]
    public void Knows_the_provinces_and_reads_the_others_all_the_same(string province, bool known) =>
        Assert.Equal(known, NationalId.Parse(NationalIds.Complete(province + "010519491231002")).Value!.HasKnownRegion);

    [Fact]
    public void Shows_only_the_first_and_the_last_four_characters() => NationalIds.Valid.Sample(text =>
    {
        var id = NationalId.Parse(text).Value!;

        Assert.Equal(text[..4] + "**********" + text[14..], id.Masked);
        Assert.Equal(id.Masked, id.ToString());
        Assert.Equal(id.Masked, $"{id}");
        Assert.DoesNotContain(text, $"{NationalId.Parse(text)}", StringComparison.Ordinal);
    });

    [Fact]
    public void Equals_the_same_number_written_otherwise() =>
        Assert.Equal(NationalId.Parse("11010519491231002X").Value, NationalId.Parse(" 11010519491231002x").Value);

    // What a wrong character leads to when shape and date are looked at first.
    private static string ExpectedOf(string wrong) =>
        wrong[..17].Contains('X', StringComparison.Ordinal) ? FailureCodes.NationalIdShape
        : !DateExists(wrong) ? FailureCodes.NationalIdDate
        : FailureCodes.NationalIdChecksum;

    private static bool DateExists(string id)
    {
        var (year, month, day) = (Number(6, 4), Number(10, 2), Number(12, 2));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

        int Number(int start, int length) => id.Substring(start, length).Aggregate(0, (value, c) => value * 10 + c - '0');
    }
}
