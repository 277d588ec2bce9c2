using System.Security.Cryptography;
using System.Text;

namespace PhotoFunctions.Functions.Storage;

/// <summary>The secrets that protect stored personal data: one index key, and encryption keys of which the first one is current.</summary>
internal sealed record DataKeys(byte[] IndexKey, IReadOnlyList<DataKeys.Named> EncryptionKeys)
{
    private const int KeyBytes = 32;

    /// <summary>Reads keys from settings: base64, and <c>name:base64,name:base64</c>.</summary>
    public static DataKeys Parse(string indexKey, string encryptionKeys)
    {
        Named[] named = [.. encryptionKeys.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseNamed)];
        return named.DistinctBy(key => key.Name).Count() == named.Length
            ? new DataKeys(Decode("IndexKey", indexKey), named)
            : throw new InvalidOperationException(
                "Expected another name for each key in the setting EncryptionKeys but found one twice: rows remember a key by its name.");
    }

    /// <summary>New random keys in the form that <see cref="Parse"/> reads.</summary>
    public static (string IndexKey, string EncryptionKeys) Generate() =>
        (Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)),
            $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))}");

    /// <summary>Keyed hash of personal text, 26 base32 characters: a plain hash of an ID number falls to brute force in hours.</summary>
    public string Hash(string text) => Base32(HMACSHA256.HashData(IndexKey, Encoding.UTF8.GetBytes(text)));

    /// <summary>The encryption key that a row remembers.</summary>
    public Named EncryptionKey(string name) => EncryptionKeys.FirstOrDefault(key => key.Name == name)
        ?? throw new InvalidOperationException($"The encryption key {name} of a stored row is not configured.");

    private static Named ParseNamed(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text[..colon].All(char.IsAsciiLetterOrDigit)
            ? new Named(text[..colon], Decode("EncryptionKeys", text[(colon + 1)..]))
            : throw new InvalidOperationException(
                "Expected name:base64 for each key in the setting EncryptionKeys, the name of letters and digits, but found something else.");
    }

    private static byte[] Decode(string setting, string base64)
    {
        var key = new byte[KeyBytes + 1];
        return Convert.TryFromBase64String(base64, key, out var length) && length == KeyBytes
            ? key[..KeyBytes]
            : throw new InvalidOperationException(
                $"Expected base64 of {KeyBytes} bytes for a key in the setting {setting} but received something else.");
    }

    // 26 characters of 5 bits: the first 130 bits of the hash.
    private static string Base32(ReadOnlySpan<byte> hash)
    {
        const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        const int Characters = 26;
        var text = new StringBuilder(Characters);
        for (var bit = 0; text.Length < Characters; bit += 5)
        {
            var pair = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            text.Append(Alphabet[(pair >> (11 - (bit % 8))) & 31]);
        }

        return text.ToString();
    }

    /// <summary>One encryption key with the name that rows remember.</summary>
    internal sealed record Named(string Name, byte[] Key);
}
