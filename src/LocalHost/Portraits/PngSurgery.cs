using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>Writes PNG files of any size chunk by chunk, without ever holding the picture.</summary>
internal static class PngSurgery
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>One colour from a palette, one bit a pixel: 900 million pixels fit into about 110 KB.</summary>
    public static byte[] Plain(int width, int height)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 1;
        header[9] = 3;
        WriteChunk(png, "IHDR", header);
        WriteChunk(png, "PLTE", [0x43, 0x8E, 0xDB, 0x64, 0xC5, 0xFF]);
        WriteChunk(png, "IDAT", CompressedRows((width + 7) / 8, height));
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] CompressedRows(int bytesPerRow, int rows)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            var row = new byte[1 + bytesPerRow];
            for (var index = 0; index < rows; index++)
            {
                deflate.Write(row);
            }
        }

        return compressed.ToArray();
    }

    internal static void WriteChunk(MemoryStream png, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] content = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(content));
        png.Write(number);
    }

    private static uint Crc32(ReadOnlySpan<byte> content)
    {
        var crc = 0xFFFFFFFF;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            }
        }

        return ~crc;
    }
}
