using System.Buffers.Binary;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>The segments of a JPEG as they stand in the file; what libvips says of it is not asked.</summary>
internal sealed record JpegParts(IReadOnlyList<(byte Marker, byte[] Data)> Segments, byte[] ScanAndEnd)
{
    private const byte StartOfScan = 0xDA;

    public static JpegParts Read(byte[] content)
    {
        Assert.Equal([0xFF, 0xD8], content[..2]);
        var segments = new List<(byte, byte[])>();
        for (var at = 2; ;)
        {
            Assert.Equal(0xFF, content[at]);
            var marker = content[at + 1];
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at + 2));
            segments.Add((marker, content[(at + 4)..end]));
            at = end;
            if (marker == StartOfScan)
            {
                return new JpegParts(segments, content[at..]);
            }
        }
    }

    public byte[] Single(byte marker) => Assert.Single(Segments, segment => segment.Marker == marker).Data;
}
