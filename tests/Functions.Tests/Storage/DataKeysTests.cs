using System.Security.Cryptography;
using CsCheck;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Tests.Storage;

public sealed class DataKeysTests
{
    private static readonly DataKeys Keys = Make();

    [Fact]
    public void Hashes_are_26_characters_that_depend_on_key_and_text() => Gen.String.Sample(text =>
    {
        var hash = Keys.Hash(text);
        Assert.Matches("^[a-z2-7]{26}$", hash);
        Assert.Equal(hash, Keys.Hash(text));
        Assert.NotEqual(hash, Keys.Hash(text + "x"));
        Assert.NotEqual(hash, Make().Hash(text));
    });

    [Fact]
    public void Encrypts_every_text_so_that_only_its_own_place_opens_it() =>
        Gen.Select(Gen.String[Gen.Char['a', '龥'], 0, 60], Gen.String, Gen.Int[0, 500], Gen.Byte[1, 255]).Sample((text, place, position, change) =>
        {
            var field = FieldCipher.Encrypt(Keys.EncryptionKeys[0], text, place);
            Assert.Equal(text, FieldCipher.Decrypt(Keys.EncryptionKeys[0], field, place));
            Assert.ThrowsAny<CryptographicException>(() => FieldCipher.Decrypt(Keys.EncryptionKeys[0], field, place + "x"));
            field[position % field.Length] ^= change;
            Assert.ThrowsAny<CryptographicException>(() => FieldCipher.Decrypt(Keys.EncryptionKeys[0], field, place));
        });

    [Fact]
    public void Opens_what_an_older_key_sealed()
    {
        var (index, old) = DataKeys.Generate();
        var before = DataKeys.Parse(index, old);
        var after = DataKeys.Parse(index, $"k2:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))},{old}");

        var token = ContinuationCipher.Seal(before, "list", "token");

        Assert.Equal("token", ContinuationCipher.Open(after, "list", token).Value);
        Assert.StartsWith("k2.", ContinuationCipher.Seal(after, "list", "token"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "k1:AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Refuses_keys_of_another_form_without_printing_them(string index, string encryption)
    {
        var refused = Assert.Throws<FormatException>(() => DataKeys.Parse(index, encryption));

        Assert.Contains("expected", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", refused.Message, StringComparison.Ordinal);
    }

    private static DataKeys Make()
    {
        var (index, encryption) = DataKeys.Generate();
        return DataKeys.Parse(index, encryption);
    }
}
