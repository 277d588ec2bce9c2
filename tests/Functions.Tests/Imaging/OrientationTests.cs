using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Imaging.Checks;
using PhotoFunctions.TestKit.Files;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>A picture comes out as it was seen, whichever way the camera was held: upright, and not as in a mirror.</summary>
public sealed class OrientationTests : IDisposable
{
    private const int Width = 480;
    private const int Height = 640;

    // Four corners, four colours: every turn and every mirror is another picture.
    private static readonly RgbColour[][] Corners = [[new(200, 60, 60), new(60, 160, 60)], [new(60, 60, 200), new(220, 200, 60)]];
    private static readonly byte[] Upright = Pixels.Patches(Width, Height, Corners);
    private readonly CodecDesk _desk = new();

    public static TheoryData<int> Orientations => [.. ExifOrientation.All];

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Orientations))]
    public async Task Holds_a_jpeg_the_right_way_round(int orientation)
    {
        var (width, height, stored) = ExifOrientation.Store(Width, Height, Upright, orientation);

        await ComesOutUprightAsync(JpegFiles.WithOrientation(Pixels.Jpeg(width, height, stored), orientation));
    }

    [Theory]
    [MemberData(nameof(Orientations))]
    public async Task Holds_a_png_the_right_way_round(int orientation)
    {
        var (width, height, stored) = ExifOrientation.Store(Width, Height, Upright, orientation);

        await ComesOutUprightAsync(PngFiles.WithOrientation(Pixels.Png(width, height, stored), orientation));
    }

    [Fact]
    public async Task Takes_a_picture_without_a_word_on_it_as_it_lies() => await ComesOutUprightAsync(Pixels.Jpeg(Width, Height, Upright));

    private async Task ComesOutUprightAsync(byte[] content)
    {
        var seen = Pixels.PatchesOf((await _desk.ReadAsync(content)).Platform, 2, 2);

        Assert.All(
            Corners.SelectMany(row => row).Zip(seen.SelectMany(row => row)),
            corner => Assert.InRange(CieDe2000.Between(CieLab.Of(corner.First), CieLab.Of(corner.Second)), 0, 3));
    }
}
