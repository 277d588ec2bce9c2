using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Files;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>Files that must be refused soon and cheaply.</summary>
internal static class BadFiles
{
    public static IReadOnlyList<(string Name, Func<byte[], byte[]> Create)> All { get; } =
    [
        ("JPEG that claims 30000×30000", photo => JpegFiles.ClaimSize(photo, 30_000, 30_000)),
        ("PNG of 30000×30000", _ => SampleFiles.File("png-bomb")),
        ("JPEG of 400 scans", _ => SampleFiles.File("scan-bomb")),
        ("12 MP cut at 50 %", photo => JpegFiles.Cut(photo, 0.5)),
        ("12 MP cut at 99 %", photo => JpegFiles.Cut(photo, 0.99)),
        ("random bytes, 4 MB", _ => Noise(4_000_000)),
    ];

    public static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(1).NextBytes(noise);
        noise[0] = 0;
        return noise;
    }
}
