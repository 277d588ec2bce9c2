using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Domain.Tests.Reminders;

public sealed class OccasionTests
{
    [Theory]
    [InlineData("20260630", null)]
    [InlineData("20260630", "639193392000000000xaaaaaaaaaaaa")]
    public void Reads_what_it_wrote(string day, string? mark)
    {
        var occasion = new Occasion(DateOnly.ParseExact(day, "yyyyMMdd"), mark);

        Assert.Equal(occasion, Occasion.TryParse(occasion.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-06-30")]
    [InlineData("20260631")]
    public void Reads_nothing_else(string text) => Assert.Null(Occasion.TryParse(text));
}
