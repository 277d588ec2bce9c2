using System.Security.Cryptography;
using System.Text;

namespace PhotoFunctions.Functions.Storage;

/// <summary>The secrets that protect stored personal data: one index key, and encryption keys of which the first one is current.</summary>
internal sealed record DataKeys(byte[] IndexKey, IReadOnlyList<DataKeys.Named> EncryptionKeys)
{
    private const int KeyBytes = 32;

    /// <summary>Reads keys from settings: base64, and <c>name:base64,name:base64</c>.</summary>
    public static DataKeys Parse(string indexKey, string encryptionKeys) => new(
        NamedKeys.Decode(indexKey, KeyBytes, KeyBytes), NamedKeys.Parse(encryptionKeys, KeyBytes, KeyBytes));

    public static string? WhatIsWrongWithIndexKey(string text) => NamedKeys.WhatIsWrong(() => NamedKeys.Decode(text, KeyBytes, KeyBytes));

    public static string? WhatIsWrongWithEncryptionKeys(string text) =>
        NamedKeys.WhatIsWrong(() => NamedKeys.Parse(text, KeyBytes, KeyBytes));

    /// <summary>New random keys in the form that <see cref="Parse"/> reads.</summary>
    public static (string IndexKey, string EncryptionKeys) Generate() =>
        (Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)),
            NamedKeys.Generate(KeyBytes));

    /// <summary>Keyed hash of personal text, 26 base32 characters: a plain hash of an ID number falls to brute force in hours.</summary>
    public string Hash(string text) => Base32(HMACSHA256.HashData(IndexKey, Encoding.UTF8.GetBytes(text)));

    /// <summary>The encryption key that a row remembers.</summary>
    public Named EncryptionKey(string name) => EncryptionKeys.FirstOrDefault(key => key.Name == name)
        ?? throw new InvalidOperationException($"The encryption key {name} of a stored row is not configured.");

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

    /// <summary>One key with the name by which rows, or links, remember it.</summary>
    internal sealed record Named(string Name, byte[] Key);
}
