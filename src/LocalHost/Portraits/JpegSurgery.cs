using System.Buffers.Binary;

namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>Damages sound JPEG files in ways that encoders do not offer.</summary>
internal static class JpegSurgery
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    public static byte[] Cut(byte[] jpeg, double keptShare) => jpeg[..(int)(jpeg.Length * keptShare)];

    /// <summary>As a copy from a failing disc: the length is right, the end is zeros.</summary>
    public static byte[] ZeroTail(byte[] jpeg, double keptShare)
    {
        var damaged = jpeg.ToArray();
        damaged.AsSpan((int)(jpeg.Length * keptShare)).Clear();
        return damaged;
    }

    /// <summary>As a copy from a failing disc: length and end are right, a stretch in the middle is zeros.</summary>
    public static byte[] ZeroHole(byte[] jpeg, int length)
    {
        var damaged = jpeg.ToArray();
        damaged.AsSpan((jpeg.Length - length) / 2, length).Clear();
        return damaged;
    }

    /// <summary>Bytes after the end of the image, up to the length asked for.</summary>
    public static byte[] Pad(byte[] jpeg, int length)
    {
        var padded = new byte[length];
        jpeg.CopyTo(padded, 0);
        return padded;
    }

    /// <summary>Rewrites the frame header: the file claims a size that its data does not have.</summary>
    public static byte[] ClaimSize(byte[] jpeg, ushort width, ushort height)
    {
        var lying = jpeg.ToArray();
        var frame = Segments(jpeg).First(segment => segment.Marker is 0xC0 or 0xC1 or 0xC2).Start;
        BinaryPrimitives.WriteUInt16BigEndian(lying.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(lying.AsSpan(frame + 7), width);
        return lying;
    }

    /// <summary>Repeats the last scan of a progressive file until it has <paramref name="scans"/>: small to send, slow to decode.</summary>
    public static byte[] RepeatScans(byte[] progressive, int scans)
    {
        var segments = Segments(progressive).ToList();
        var starts = segments.Where(segment => segment.Marker == StartOfScan).Select(segment => segment.Start).ToList();
        var end = segments.First(segment => segment.Marker == EndOfImage).Start;
        var last = progressive.AsSpan(starts[^1], end - starts[^1]);
        using var bomb = new MemoryStream();
        bomb.Write(progressive.AsSpan(0, end));
        for (var count = starts.Count; count < scans; count++)
        {
            bomb.Write(last);
        }

        bomb.Write(progressive.AsSpan(end));
        return bomb.ToArray();
    }

    private static IEnumerable<(byte Marker, int Start)> Segments(byte[] jpeg)
    {
        for (var at = 2; at + 3 < jpeg.Length;)
        {
            var marker = jpeg[at + 1];
            yield return (marker, at);
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            // Entropy-coded data runs to the next marker that is neither a stuffed zero nor a restart.
            while (at + 1 < jpeg.Length && (jpeg[at] != 0xFF || jpeg[at + 1] is 0 or (>= 0xD0 and <= 0xD7)))
            {
                at++;
            }

            if (at + 1 < jpeg.Length && jpeg[at + 1] == EndOfImage)
            {
                yield return (EndOfImage, at);
                yield break;
            }
        }
    }
}
