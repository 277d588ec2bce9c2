using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PhotoFunctions.Domain.Access;

/// <summary>
/// The text that a holder sends: <c>ph_</c>, the key's id, <c>_</c>, the secret. Shown once, when the key is made; nobody can read it
/// out of the storage again.
/// </summary>
public sealed record AccessKeyToken
{
    private const string Prefix = "ph_";
    private const string IdAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int IdLength = 12;
    private const int SecretBytes = 32;
    private const int SecretLength = 43;
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create(IdAlphabet);

    private AccessKeyToken(string id, string secret) => (Id, Secret) = (id, secret);

    /// <summary>The id of the key.</summary>
    public string Id { get; }

    /// <summary>SHA-256 of the secret, 32 bytes.</summary>
    public ReadOnlyMemory<byte> SecretHash => SHA256.HashData(Encoding.UTF8.GetBytes(Secret));

    /// <summary>The whole text. A secret: never logged, never stored.</summary>
    public string Text => $"{Prefix}{Id}_{Secret}";

    private string Secret { get; }

    /// <summary>Makes a new one of random bits.</summary>
    /// <returns>A token that no other equals.</returns>
    public static AccessKeyToken Generate() =>
        new(RandomNumberGenerator.GetString(IdAlphabet, IdLength), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Whether a text has the form of a key's id.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for 12 characters of a–z 2–7.</returns>
    public static bool IsId(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == IdLength && !text.AsSpan().ContainsAnyExcept(IdCharacters);
    }

    /// <summary>Reads what a caller sent.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">The token, when it has the form of one.</param>
    /// <returns>Whether it has.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out AccessKeyToken? token)
    {
        ArgumentNullException.ThrowIfNull(text);
        token = null;
        if (text.Length != Prefix.Length + IdLength + 1 + SecretLength
            || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || text[Prefix.Length + IdLength] != '_'
            || !IsId(text.Substring(Prefix.Length, IdLength)))
        {
            return false;
        }

        token = new AccessKeyToken(text.Substring(Prefix.Length, IdLength), text[^SecretLength..]);
        return true;
    }

    /// <summary>Prints no secret.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
