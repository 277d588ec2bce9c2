using System.Buffers.Binary;
using PhotoFunctions.LocalHost.Portraits;

namespace PhotoFunctions.TestKit.Files;

/// <summary>Sound JPEG files made broken, false or strange.</summary>
public static class JpegFiles
{
    private const byte Comment = 0xFE;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const int LongestSegment = ushort.MaxValue - 2;

    /// <summary>Only the first part of it: a transfer that was interrupted.</summary>
    public static byte[] Cut(byte[] jpeg, double keptShare) => JpegSurgery.Cut(jpeg, keptShare);

    /// <summary>Zeros in the middle, as from a failing disc.</summary>
    public static byte[] ZeroInside(byte[] jpeg, int bytes)
    {
        var damaged = jpeg.ToArray();
        damaged.AsSpan((jpeg.Length - bytes) / 2, bytes).Clear();
        return damaged;
    }

    /// <summary>Single bits flipped anywhere but in the first two bytes; the same seed flips the same ones.</summary>
    public static byte[] FlipBits(byte[] jpeg, int seed, int bits)
    {
        var damaged = jpeg.ToArray();
        var random = new SplitMix64((ulong)seed);
        for (var flipped = 0; flipped < bits; flipped++)
        {
            damaged[2 + random.Below(jpeg.Length - 2)] ^= (byte)(1 << random.Below(8));
        }

        return damaged;
    }

    /// <summary>The frame claims a size that the data does not have.</summary>
    public static byte[] ClaimSize(byte[] jpeg, ushort width, ushort height) => JpegSurgery.ClaimSize(jpeg, width, height);

    /// <summary>With an EXIF orientation, 1 to 8; the pixels stay as they are.</summary>
    public static byte[] WithOrientation(byte[] jpeg, int orientation) =>
        WithSegment(jpeg, App1, [.. "Exif\0\0"u8, .. ExifOrientation.Block(orientation)]);

    /// <summary>With an ICC profile; the pixels stay as they are.</summary>
    public static byte[] WithProfile(byte[] jpeg, byte[] profile) => WithSegment(jpeg, App2, [.. "ICC_PROFILE\0"u8, 1, 1, .. profile]);

    /// <summary>With a comment.</summary>
    public static byte[] WithComment(byte[] jpeg, ReadOnlySpan<byte> comment) => WithSegment(jpeg, Comment, comment);

    /// <summary>As phones store two pictures in one file: an index in front, the second picture behind the end of the first.</summary>
    public static byte[] WithSecondPicture(byte[] jpeg, byte[] second) =>
        [.. WithSegment(jpeg, App2, [.. "MPF\0MM\0*\0\0\0\u0008\0\0\0\0\0\0"u8]), .. second];

    /// <summary>Bytes behind the end of the picture, up to the length asked for.</summary>
    public static byte[] Pad(byte[] jpeg, int length) => JpegSurgery.Pad(jpeg, length);

    private static byte[] WithSegment(byte[] jpeg, byte marker, ReadOnlySpan<byte> data)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, LongestSegment);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(data.Length + 2));
        return [.. jpeg.AsSpan(0, 2), 0xFF, marker, .. length, .. data, .. jpeg.AsSpan(2)];
    }
}
