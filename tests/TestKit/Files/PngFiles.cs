using System.Buffers.Binary;
using PhotoFunctions.LocalHost.Portraits;

namespace PhotoFunctions.TestKit.Files;

/// <summary>PNG files with chunks that encoders do not offer.</summary>
public static class PngFiles
{
    // The signature, and the header chunk that always follows it: length, name, 13 bytes, checksum.
    private const int HeaderEnd = 8 + 4 + 4 + 13 + 4;
    private const int EndChunk = 4 + 4 + 4;

    /// <summary>With a second header in front of its end that claims another size: what reads to the end must not believe it.</summary>
    public static byte[] WithSecondHeader(byte[] png, int width, int height)
    {
        using var chunk = new MemoryStream();
        var header = png.AsSpan(16, 13).ToArray();
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        PngSurgery.WriteChunk(chunk, "IHDR", header);
        return [.. png.AsSpan(0, png.Length - EndChunk), .. chunk.ToArray(), .. png.AsSpan(png.Length - EndChunk)];
    }

    /// <summary>With an EXIF orientation, 1 to 8; the pixels stay as they are.</summary>
    public static byte[] WithOrientation(byte[] png, int orientation)
    {
        using var chunk = new MemoryStream();
        PngSurgery.WriteChunk(chunk, "eXIf", ExifOrientation.Block(orientation));
        return [.. png.AsSpan(0, HeaderEnd), .. chunk.ToArray(), .. png.AsSpan(HeaderEnd)];
    }
}
