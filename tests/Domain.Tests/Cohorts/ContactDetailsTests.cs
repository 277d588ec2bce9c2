using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Cohorts;

public sealed class ContactDetailsTests
{
    [Fact]
    public void Takes_what_is_known_without_the_blanks_around_it() => Assert.Equal(
        new ContactDetails { Contact = "王老师", Mail = "wang@mail.example", Phone = "0791-1", Address = "学府大道999号" },
        ContactDetails.Create(" 王老师 ", " wang@mail.example", "0791-1 ", "学府大道999号").Value);

    [Fact]
    public void Needs_nothing() => Assert.Equal(new ContactDetails(), ContactDetails.Create(null, null, null, null).Value);

    [Theory]
    [InlineData("王\n老师", null, null, null, FailureCodes.ControlCharacter)]
    [InlineData(null, "wang", null, null, FailureCodes.MailShape)]
    [InlineData(null, "Wang <wang@mail.example>", null, null, FailureCodes.MailShape)]
    [InlineData(null, "a@b.example\r\nBcc: c@d.example", null, null, FailureCodes.ControlCharacter)]
    [InlineData(null, null, "123456789012345678901234567890123456789012345678901", null, FailureCodes.ValueTooLong)]
    [InlineData(null, null, null, "a\u2028b", FailureCodes.ControlCharacter)]
    public void Refuses_what_would_break_mails_and_lists(string? contact, string? mail, string? phone, string? address, string code) =>
        Assert.Equal(code, ContactDetails.Create(contact, mail, phone, address).Failure?.Code);

    [Fact]
    public void Prints_nobody()
    {
        var details = ContactDetails.Create("wang", "wang@mail.example", null, null).Value!;

        Assert.DoesNotContain("wang", details.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, FailureCodes.ValueMissing)]
    [InlineData("新华社", "x", FailureCodes.MailShape)]
    [InlineData("新华社", null, null)]
    public void Belongs_to_units_and_teaching_points_with_a_name(string? name, string? mail, string? code)
    {
        var reached = ContactDetails.Create(null, mail, null, null);

        Assert.Equal(code, PhotoUnit.Create(name, reached).Failure?.Code);
        Assert.Equal(
            code,
            TeachingPoint.Create(CohortCode.Parse("2024").Value!, TeachingPointCode.Parse("TP1").Value!, name, reached).Failure?.Code);
    }
}
