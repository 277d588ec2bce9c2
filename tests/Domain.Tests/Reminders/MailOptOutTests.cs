using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Tests.Photos;

namespace PhotoFunctions.Domain.Tests.Reminders;

public sealed class MailOptOutTests
{
    private static readonly DateTimeOffset Now = new(2027, 6, 1, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Remembers_since_when_and_writes_a_line()
    {
        var change = MailOptOut.Decide(Samples.Student, wantsMail: false, Now);

        Assert.Equal(Now, change.Student.OptedOutSince);
        Assert.Equal(("MailOptedOut", "student"), (Assert.Single(change.History).Event, change.History[0].By));
        Assert.Null(change.History[0].To);
    }

    [Fact]
    public void The_same_wish_again_changes_nothing()
    {
        var out1 = Samples.Student with { OptedOutSince = Now };

        Assert.True(MailOptOut.Decide(out1, wantsMail: false, Now.AddDays(1)).IsNothing);
        Assert.True(MailOptOut.Decide(Samples.Student, wantsMail: true, Now).IsNothing);
    }

    [Fact]
    public void Forgets_it_when_mails_are_welcome_again()
    {
        var change = MailOptOut.Decide(Samples.Student with { OptedOutSince = Now }, wantsMail: true, Now.AddDays(1));

        Assert.Null(change.Student.OptedOutSince);
        Assert.Equal("MailOptedIn", Assert.Single(change.History).Event);
    }
}
