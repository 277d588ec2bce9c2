using System.Buffers.Binary;
using System.Text;

namespace PhotoFunctions.TestKit.Files;

/// <summary>Writes an ICC profile of version 2 for an RGB display: three primaries and one curve. Source: ICC.1:2001-04.</summary>
internal static class IccProfile
{
    private const int HeaderBytes = 128;
    private const int EntryBytes = 12;
    private const int CurvePoints = 1024;

    /// <param name="name">For people.</param>
    /// <param name="toXyz">From light to XYZ at D50.</param>
    /// <param name="toLight">From a number of the picture, 0 to 1, to light.</param>
    public static byte[] Write(string name, double[,] toXyz, Func<double, double> toLight)
    {
        var curve = Curve(toLight);
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description(name)),
            ("cprt", [.. "text\0\0\0\0"u8, .. "No rights reserved.\0"u8]),
            ("wtpt", Xyz([0.9642, 1, 0.8249])),
            ("rXYZ", Xyz(Matrix3.Column(toXyz, 0))),
            ("gXYZ", Xyz(Matrix3.Column(toXyz, 1))),
            ("bXYZ", Xyz(Matrix3.Column(toXyz, 2))),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var at = HeaderBytes + 4 + (tags.Length * EntryBytes);
        var table = new List<byte>(Number(tags.Length));
        var body = new List<byte>();
        foreach (var (tag, data) in tags)
        {
            table.AddRange([.. Encoding.ASCII.GetBytes(tag), .. Number(at + body.Count), .. Number(data.Length)]);
            body.AddRange(data);
            body.AddRange(new byte[(4 - (data.Length % 4)) % 4]);
        }

        return [.. Header(at + body.Count), .. table, .. body];
    }

    private static byte[] Header(int length)
    {
        var header = new byte[HeaderBytes];
        Number(length).CopyTo(header, 0);
        Number(0x02400000).CopyTo(header, 8);
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        "acsp"u8.CopyTo(header.AsSpan(36));
        Xyz([0.9642, 1, 0.8249]).AsSpan(8).CopyTo(header.AsSpan(68));
        return header;
    }

    private static byte[] Description(string name) =>
        [.. "desc\0\0\0\0"u8, .. Number(name.Length + 1), .. Encoding.ASCII.GetBytes(name), 0, .. new byte[78]];

    private static byte[] Xyz(double[] values) => [.. "XYZ \0\0\0\0"u8, .. values.SelectMany(value => Number((int)Math.Round(value * 65536)))];

    private static byte[] Curve(Func<double, double> toLight)
    {
        var curve = new byte[12 + (2 * CurvePoints)];
        "curv"u8.CopyTo(curve);
        Number(CurvePoints).CopyTo(curve, 8);
        for (var point = 0; point < CurvePoints; point++)
        {
            var light = (ushort)Math.Round(ushort.MaxValue * toLight(point / (CurvePoints - 1.0)));
            BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(12 + (2 * point)), light);
        }

        return curve;
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
