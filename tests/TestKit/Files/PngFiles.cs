using PhotoFunctions.LocalHost.Portraits;

namespace PhotoFunctions.TestKit.Files;

/// <summary>PNG files with chunks that encoders do not offer.</summary>
public static class PngFiles
{
    // The signature, and the header chunk that always follows it: length, name, 13 bytes, checksum.
    private const int HeaderEnd = 8 + 4 + 4 + 13 + 4;

    /// <summary>With an EXIF orientation, 1 to 8; the pixels stay as they are.</summary>
    public static byte[] WithOrientation(byte[] png, int orientation)
    {
        using var chunk = new MemoryStream();
        PngSurgery.WriteChunk(chunk, "eXIf", ExifOrientation.Block(orientation));
        return [.. png.AsSpan(0, HeaderEnd), .. chunk.ToArray(), .. png.AsSpan(HeaderEnd)];
    }
}
