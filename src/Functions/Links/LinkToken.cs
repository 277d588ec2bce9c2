using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Links;

/// <summary>
/// A link as a text for an address: what it says, with the name of the key that signed it, and HMAC-SHA256 over all of it; base64url. There
/// is one text for each link: another spelling of the same bytes is refused.
/// </summary>
internal static class LinkToken
{
    /// <summary>Codes of 32 characters, a key's name of 16 and a date leave room below.</summary>
    public const int LongestToken = 320;

    private const char Separator = '~';
    private const string Day = "yyyyMMdd";

    // What these keys sign is never taken for something else that they may sign one day.
    private static readonly byte[] Domain = Encoding.ASCII.GetBytes("photofunctions student link 1\n");

    public static string Write(LinkKeys keys, StudentLink link)
    {
        var said = Encoding.ASCII.GetBytes(string.Join(
            Separator,
            keys.Signing.Name,
            link.Purpose.ToString(),
            link.Student.Cohort.Value,
            link.Student.TeachingPoint.Value,
            link.Student.Number.Value,
            (link.AskedAt?.UtcTicks ?? 0).ToString(CultureInfo.InvariantCulture),
            link.GoodUntil.ToString(Day, CultureInfo.InvariantCulture)));
        return Base64Url.EncodeToString([.. said, .. Sign(keys.Signing.Key, said)]);
    }

    /// <summary>Reads a link; null for any text that was not written with one of the keys.</summary>
    public static StudentLink? Read(LinkKeys keys, string token)
    {
        var bytes = new byte[LongestToken];
        if (token.Length > LongestToken
            || Base64Url.DecodeFromChars(token, bytes, out _, out var length) != OperationStatus.Done
            || length <= HMACSHA256.HashSizeInBytes
            || Base64Url.EncodeToString(bytes.AsSpan(0, length)) != token)
        {
            return null;
        }

        var said = bytes.AsSpan(0, length - HMACSHA256.HashSizeInBytes);
        var parts = Encoding.ASCII.GetString(said).Split(Separator);
        var signature = bytes.AsSpan(said.Length, HMACSHA256.HashSizeInBytes);
        return keys.Find(parts[0]) is { } key && CryptographicOperations.FixedTimeEquals(Sign(key.Key, said), signature)
            ? Parse(parts)
            : null;
    }

    private static byte[] Sign(byte[] key, ReadOnlySpan<byte> said) => HMACSHA256.HashData(key, (byte[])[.. Domain, .. said]);

    private static StudentLink Parse(string[] parts)
    {
        // Signed by us: a text that breaks here is a bug.
        var asked = long.Parse(parts[5], CultureInfo.InvariantCulture);
        return new StudentLink
        {
            Purpose = Enum.Parse<LinkPurpose>(parts[1]),
            Student = new StudentKey(
                CohortCode.Parse(parts[2]).Value!, TeachingPointCode.Parse(parts[3]).Value!, StudentNumber.Parse(parts[4]).Value!),
            AskedAt = asked == 0 ? null : new DateTimeOffset(asked, TimeSpan.Zero),
            GoodUntil = DateOnly.ParseExact(parts[6], Day, CultureInfo.InvariantCulture),
        };
    }
}
