using System.Security.Cryptography;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Links;

namespace PhotoFunctions.Functions.Tests.Links;

public sealed class StudentLinksTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly DateTimeOffset Asked = new(2027, 6, 1, 1, 2, 3, TimeSpan.Zero);
    private static readonly StudentLink Link = new()
    {
        Purpose = LinkPurpose.Proofing,
        Student = Key("2024", "TP012", "2023040001"),
        AskedAt = Asked.AddTicks(7),
        GoodUntil = new DateOnly(2027, 7, 31),
    };

    [Fact]
    public void Reads_what_it_wrote()
    {
        var keys = Make("k1");

        Assert.Equal(Link, LinkToken.Read(keys, LinkToken.Write(keys, Link)));
        Assert.Matches("^[A-Za-z0-9_-]+$", LinkToken.Write(keys, Link));
    }

    [Fact]
    public void Has_room_for_the_longest_codes()
    {
        var keys = Make(new string('k', 16));
        var (code, last) = (new string('c', 32), new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero));
        var link = Link with { Student = Key(code, code, code), AskedAt = last, GoodUntil = new DateOnly(9999, 12, 31) };
        var token = LinkToken.Write(keys, link);

        Assert.InRange(token.Length, 1, LinkToken.LongestToken);
        Assert.Equal(link, LinkToken.Read(keys, token));
    }

    [Fact]
    public void Refuses_every_other_character_at_every_place()
    {
        var keys = Make("k1");
        var token = LinkToken.Write(keys, Link);
        for (var place = 0; place < token.Length; place++)
        {
            foreach (var other in Alphabet + "=+/. %~é中\0\n")
            {
                if (other != token[place])
                {
                    Assert.Null(LinkToken.Read(keys, $"{token[..place]}{other}{token[(place + 1)..]}"));
                }
            }

            Assert.Null(LinkToken.Read(keys, token.Remove(place, 1)));
            Assert.Null(LinkToken.Read(keys, token.Insert(place, "A")));
            Assert.Null(LinkToken.Read(keys, token.Insert(place, "\n")));
            Assert.Null(LinkToken.Read(keys, token[..place]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("====")]
    [InlineData("k1~Proofing~2024~TP012~2023040001~0~20270731")]
    public void Refuses_garbage(string token)
    {
        Assert.Null(LinkToken.Read(Make("k1"), token));
        Assert.Null(LinkToken.Read(Make("k1"), new string('A', 100_000) + token));
    }

    [Fact]
    public void Refuses_one_students_signature_under_another_ones_link()
    {
        var keys = Make("k1");
        var mine = LinkToken.Write(keys, Link);
        var other = LinkToken.Write(keys, Link with { Student = Key("2024", "TP012", "2023040002") });

        // Both say as much, so the last 43 characters hold the signature and little else.
        Assert.Null(LinkToken.Read(keys, other[..^43] + mine[^43..]));
        Assert.Null(LinkToken.Read(Make("k1"), mine));
    }

    [Fact]
    public void Believes_an_older_key_until_it_is_removed()
    {
        var (old, current) = ($"k1:{Random()}", $"k2:{Random()}");
        var token = LinkToken.Write(LinkKeys.Parse(old), Link);
        var both = LinkKeys.Parse($"{current},{old}");

        Assert.Equal(Link, LinkToken.Read(both, token));
        Assert.Null(LinkToken.Read(LinkKeys.Parse(current), token));
        Assert.Equal(Link, LinkToken.Read(LinkKeys.Parse(current), LinkToken.Write(both, Link)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("k1")]
    [InlineData("k1:AAAA")]
    [InlineData("k-1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("abcdefghijklmnopq:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Refuses_keys_of_another_form_without_printing_them(string setting)
    {
        var refused = Assert.Throws<FormatException>(() => LinkKeys.Parse(setting));

        Assert.Contains("expected", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", refused.Message, StringComparison.Ordinal);
    }

    private static StudentKey Key(string cohort, string point, string number) => new(
        CohortCode.Parse(cohort).Value!, TeachingPointCode.Parse(point).Value!, StudentNumber.Parse(number).Value!);

    private static LinkKeys Make(string name) => LinkKeys.Parse($"{name}:{Random()}");

    private static string Random() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
