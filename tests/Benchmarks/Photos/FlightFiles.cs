using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Files;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>What a busy day brings: mostly phones' photos, some of everything else.</summary>
internal static class FlightFiles
{
    private static readonly string[] Corpus =
    [
        "png", "16-bit-png", "opaque-rgba-png", "sideways", "icc-tagged", "platform-size", "transparent-png", "greyscale", "cmyk", "webp", "heic",
        "scan-bomb", "png-bomb", "huge-frame", "zeroed-tail", "not-an-image",
    ];

    /// <summary>Writes one of each to a folder, under names that mix them.</summary>
    /// <returns>The folder.</returns>
    public static string Write(PhotoSamples samples)
    {
        var folder = samples.Folder("mixed");
        var usual = File.ReadAllBytes(samples.FileOf(PhotoCase.Usual));
        byte[][] photos =
        [
            .. PhotoCase.All.Select(photo => File.ReadAllBytes(samples.FileOf(photo))),
            .. Enumerable.Range(1, 4).Select(SampleFiles.Portrait),
            .. Enumerable.Range(1, 8).Select(orientation => JpegFiles.WithOrientation(usual, orientation)),
            .. BadFiles.All.Select(bad => bad.Create(usual)),
            JpegFiles.ZeroInside(usual, 20 * 1024),
            .. Corpus.Select(SampleFiles.File),
        ];
        new Random(1).Shuffle(photos);
        for (var number = 0; number < photos.Length; number++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{number:D3}"), photos[number]);
        }

        return folder;
    }
}
