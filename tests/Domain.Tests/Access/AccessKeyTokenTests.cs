using PhotoFunctions.Domain.Access;

namespace PhotoFunctions.Domain.Tests.Access;

public sealed class AccessKeyTokenTests
{
    [Fact]
    public void Reads_back_what_it_made_and_tells_two_apart()
    {
        var (one, other) = (AccessKeyToken.Generate(), AccessKeyToken.Generate());

        Assert.True(AccessKeyToken.TryParse(one.Text, out var read));
        Assert.Equal((one.Id, true), (read.Id, read.SecretHash.Span.SequenceEqual(one.SecretHash.Span)));
        Assert.NotEqual(one.Id, other.Id);
        Assert.False(one.SecretHash.Span.SequenceEqual(other.SecretHash.Span));
    }

    [Fact]
    public void Hashes_to_something_else_whichever_character_is_changed()
    {
        var token = AccessKeyToken.Generate();
        for (var i = 0; i < token.Text.Length; i++)
        {
            var changed = token.Text[..i] + (token.Text[i] == 'a' ? 'b' : 'a') + token.Text[(i + 1)..];

            Assert.False(AccessKeyToken.TryParse(changed, out var read)
                && read.Id == token.Id
                && read.SecretHash.Span.SequenceEqual(token.SecretHash.Span));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ph_")]
    [InlineData("ph_abcdefghijkl_short")]
    [InlineData("ph_ABCDEFGHIJKL_0123456789012345678901234567890123456789012")]
    [InlineData("ph_abcde/ghijkl_0123456789012345678901234567890123456789012")]
    [InlineData("xx_abcdefghijkl_0123456789012345678901234567890123456789012")]
    [InlineData("ph_abcdefghijkl-0123456789012345678901234567890123456789012")]
    public void Refuses_another_form(string text) => Assert.False(AccessKeyToken.TryParse(text, out _));

    [Fact]
    public void Prints_no_secret()
    {
        var token = AccessKeyToken.Generate();

        Assert.Equal(token.Id, token.ToString());
        Assert.DoesNotContain(token.Id + "_", $"{token}", StringComparison.Ordinal);
    }
}
