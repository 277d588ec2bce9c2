using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Progress;

public sealed class ResultDateTests
{
    private static readonly DateTimeOffset Now = new(2023, 5, 20, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2023-05-04")]
    [InlineData("2023-5-4")]
    [InlineData("2023/5/4")]
    [InlineData("2023.05.04")]
    [InlineData("20230504")]
    [InlineData("2023年5月4日")]
    [InlineData("\u3000２０２３-05-04 ")]
    public void Reads_a_day_in_every_usual_form(string text) =>
        Assert.Equal(new DateTimeOffset(2023, 5, 4, 0, 0, 0, TimeSpan.FromHours(8)), ResultDate.Parse(text, Now).Value);

    [Theory]
    [InlineData("2023-05-04 9:30")]
    [InlineData("2023/5/4 09:30:00")]
    [InlineData("2023-05-04T09:30:00")]
    public void Reads_a_time_of_day_too(string text) =>
        Assert.Equal(new DateTimeOffset(2023, 5, 4, 9, 30, 0, TimeSpan.FromHours(8)), ResultDate.Parse(text, Now).Value);

    [Theory]
    [InlineData("")]
    [InlineData("昨天")]
    [InlineData("2023-02-30")]
    [InlineData("04/05/2023")]
    [InlineData("45050")]
    [InlineData("1999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31 23:59")]
    [InlineData("2023-05-21")]
    public void Refuses_what_is_no_day_between_2000_and_today(string text) =>
        Assert.Equal(FailureCodes.ResultDate, ResultDate.Parse(text, Now).Failure?.Code);

    // It is 23:00 in China: that day is today.
    [Fact]
    public void Counts_days_as_china_does() => Assert.Null(ResultDate.Parse("2023-05-20 23:59", Now).Failure);
}
