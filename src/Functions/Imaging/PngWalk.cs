using System.Buffers.Binary;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>Walks the chunks of a PNG to its end without decoding.</summary>
/// <param name="Width">Pixels, as stored.</param>
/// <param name="Height">Pixels, as stored.</param>
/// <param name="IsGreyscale">Whether it has one channel of light.</param>
/// <param name="IsInterlaced">Whether its rows come in no order.</param>
internal sealed record PngWalk(int Width, int Height, bool IsGreyscale, bool IsInterlaced)
{
    // Four channels of 16 bits: as large as a pixel can become.
    private const int LargestPixel = 8;
    private const int SignatureBytes = 8;
    private const int ChunkOverhead = 12;
    private const int HeaderBytes = 13;

    /// <summary>Null when the file ends before the picture does, or holds no header.</summary>
    public static PngWalk? Read(ReadOnlySpan<byte> content)
    {
        PngWalk? header = null;
        var at = SignatureBytes;
        while (at + ChunkOverhead <= content.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            if (length > content.Length - at - ChunkOverhead)
            {
                return null;
            }

            var type = content.Slice(at + 4, 4);
            var data = content.Slice(at + 8, (int)length);
            if (type.SequenceEqual("IHDR"u8))
            {
                // The first header is the one that decoders go by: a second one would only hide its size.
                if (header is not null || length < HeaderBytes || BinaryPrimitives.ReadInt32BigEndian(data) <= 0 || BinaryPrimitives.ReadInt32BigEndian(data[4..]) <= 0)
                {
                    return null;
                }

                // Colour types 0 and 4 have one channel of light.
                header = new PngWalk(
                    BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]), data[9] is 0 or 4, data[12] != 0);
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                return header;
            }

            at += ChunkOverhead + (int)length;
        }

        return null;
    }

    /// <summary>What it tells of the photo as it is stored, before a turn.</summary>
    public PhotoInspection ToInspection(int bytes) => new()
    {
        Bytes = bytes,
        Format = PhotoFormat.Png,
        Width = Width,
        Height = Height,
        ColourModel = IsGreyscale ? ColourModel.Greyscale : ColourModel.Rgb,
        DecodeBytes = IsInterlaced ? (long)Width * Height * LargestPixel : 0,
    };
}
