using System.Buffers.Binary;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>
/// Walks the segments and scans of a JPEG to its end without decoding: a cut file and a bomb of scans are known within milliseconds.
/// Whatever follows the end of the picture is nobody's business; phones append data there.
/// </summary>
/// <param name="Width">Pixels, as stored.</param>
/// <param name="Height">Pixels, as stored.</param>
/// <param name="Components">Channels.</param>
/// <param name="Samples">Values of all channels together, smaller channels counted as they are stored.</param>
/// <param name="Scans">How often the decoder goes over the picture.</param>
internal sealed record JpegWalk(int Width, int Height, int Components, long Samples, int Scans)
{
    private const int FrameHeaderBytes = 8;
    private const int ComponentBytes = 3;
    private const int CoefficientBytes = 2;
    private const byte Marker = 0xFF;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <summary>Null when the file ends before the picture does, or holds no frame.</summary>
    public static JpegWalk? Read(ReadOnlySpan<byte> content)
    {
        JpegWalk? frame = null;
        var scans = 0;
        var at = 2;
        while (at + 1 < content.Length)
        {
            if (content[at] != Marker)
            {
                return null;
            }

            var marker = content[at + 1];
            if (marker == Marker)
            {
                at++;
                continue;
            }

            at += 2;
            if (marker == EndOfImage)
            {
                return frame is null || scans == 0 ? null : frame with { Scans = scans };
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            if (at + 2 > content.Length || BinaryPrimitives.ReadUInt16BigEndian(content[at..]) is var length && (length < 2 || at + length > content.Length))
            {
                return null;
            }

            if (IsFrame(marker))
            {
                if (frame is not null || ReadFrame(content.Slice(at, length)) is not { } read)
                {
                    return null;
                }

                frame = read;
            }

            at += length;
            if (marker == StartOfScan)
            {
                scans++;
                at = EndOfScan(content, at);
            }
        }

        return null;
    }

    /// <summary>What it tells of the photo as it is stored, before a turn.</summary>
    public PhotoInspection ToInspection(int bytes) => new()
    {
        Bytes = bytes,
        Format = PhotoFormat.Jpeg,
        Width = Width,
        Height = Height,
        ColourModel = Components switch { 1 => ColourModel.Greyscale, 4 => ColourModel.Cmyk, _ => ColourModel.Rgb },
        Scans = Scans,

        // With one scan the decoder works through strips; with several it keeps every coefficient to the end.
        DecodeBytes = Scans > 1 ? Samples * CoefficientBytes : 0,
    };

    private static JpegWalk? ReadFrame(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < FrameHeaderBytes || segment.Length < FrameHeaderBytes + (ComponentBytes * segment[7]))
        {
            return null;
        }

        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
        var (most, sum) = (1, 0);
        for (var at = FrameHeaderBytes + 1; at < FrameHeaderBytes + (ComponentBytes * segment[7]); at += ComponentBytes)
        {
            // Horizontal and vertical factor, half a byte each.
            var perBlock = (segment[at] >> 4) * (segment[at] & 15);
            most = Math.Max(most, perBlock);
            sum += perBlock;
        }

        return new JpegWalk(width, height, segment[7], (long)width * height * sum / most, 0);
    }

    // SOF0 to SOF15 but for DHT, JPG and DAC, which share the range.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    // In a scan, FF 00 is a byte and FF D0 to FF D7 are restarts; any other marker ends it.
    private static int EndOfScan(ReadOnlySpan<byte> content, int at)
    {
        while (at < content.Length)
        {
            var next = content[at..].IndexOf(Marker);
            if (next < 0 || at + next + 1 >= content.Length)
            {
                return content.Length;
            }

            at += next;
            if (content[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += 2;
        }

        return at;
    }
}
