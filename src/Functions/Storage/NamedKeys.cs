using System.Security.Cryptography;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Keys with names in a setting, the current one first: <c>k2:base64,k1:base64</c>. What they made remembers the name.</summary>
internal static class NamedKeys
{
    /// <summary>A new random key in the form that <see cref="Parse"/> reads.</summary>
    public static string Generate(int bytes) => $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes))}";

    /// <summary>Reads the keys; throws for a text of another form, without printing it.</summary>
    public static DataKeys.Named[] Parse(string keys, int leastBytes, int mostBytes)
    {
        DataKeys.Named[] named =
        [
            .. keys.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(key => ParseOne(key, leastBytes, mostBytes)),
        ];
        return named.DistinctBy(key => key.Name).Count() == named.Length
            ? named
            : throw new FormatException("expected another name for each key but found one twice: what a key made remembers its name");
    }

    /// <summary>What is wrong with a text that <paramref name="parse"/> refuses; null for nothing.</summary>
    public static string? WhatIsWrong(Action parse)
    {
        try
        {
            parse();
            return null;
        }
        catch (FormatException ex)
        {
            return ex.Message;
        }
    }

    /// <summary>Reads one key without a name.</summary>
    public static byte[] Decode(string base64, int leastBytes, int mostBytes)
    {
        var key = new byte[mostBytes + 1];
        return Convert.TryFromBase64String(base64, key, out var length) && length >= leastBytes && length <= mostBytes
            ? key[..length]
            : throw new FormatException($"expected base64 of {leastBytes} bytes for a key but received something else");
    }

    private static DataKeys.Named ParseOne(string text, int leastBytes, int mostBytes)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text[..colon].All(char.IsAsciiLetterOrDigit)
            ? new DataKeys.Named(text[..colon], Decode(text[(colon + 1)..], leastBytes, mostBytes))
            : throw new FormatException("expected name:base64 for each key, the name of letters and digits, but found something else");
    }
}
