using System.Globalization;
using System.Numerics;

namespace PhotoFunctions.Domain.Photos;

/// <summary>What stays of a picture when it is scaled, compressed or brightened: two perceptual hashes. It does not tell who is in it.</summary>
public sealed record PhotoFingerprint
{
    private const int CoarseDigits = 16;
    private const int FineDigits = 64;

    private PhotoFingerprint(string text) => Text = text;

    /// <summary>Both hashes, 16 and 64 hexadecimal digits.</summary>
    public string Text { get; }

    /// <summary>The hash of 64 bits.</summary>
    public ulong Coarse => WordAt(0);

    /// <summary>Makes one of its two hashes.</summary>
    /// <param name="coarse">64 bits.</param>
    /// <param name="fine">256 bits, four times 64.</param>
    /// <returns>The fingerprint.</returns>
    public static PhotoFingerprint Of(ulong coarse, ReadOnlySpan<ulong> fine)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(fine.Length, FineDigits / CoarseDigits);
        return new(string.Create(
            CultureInfo.InvariantCulture, $"{coarse:x16}{fine[0]:x16}{fine[1]:x16}{fine[2]:x16}{fine[3]:x16}"));
    }

    /// <summary>Reads one back.</summary>
    /// <param name="text">What <see cref="Text"/> gave.</param>
    /// <returns>The fingerprint, or null when the text is none.</returns>
    public static PhotoFingerprint? TryParse(string? text) =>
        text is { Length: CoarseDigits + FineDigits } && text.All(char.IsAsciiHexDigitLower) ? new PhotoFingerprint(text) : null;

    /// <summary>Bits by which two pictures differ, coarse (of 64) and fine (of 256).</summary>
    /// <param name="other">The other picture's.</param>
    /// <returns>Both counts.</returns>
    public (int Coarse, int Fine) DistanceTo(PhotoFingerprint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var coarse = BitsBetween(other, 0);
        var fine = 0;
        for (var at = CoarseDigits; at < Text.Length; at += CoarseDigits)
        {
            fine += BitsBetween(other, at);
        }

        return (coarse, fine);
    }

    private int BitsBetween(PhotoFingerprint other, int at) => BitOperations.PopCount(WordAt(at) ^ other.WordAt(at));

    private ulong WordAt(int at) => ulong.Parse(Text.AsSpan(at, CoarseDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
