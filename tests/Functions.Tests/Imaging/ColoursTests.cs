using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Imaging.Checks;
using PhotoFunctions.TestKit.Files;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>Colours of a photo with a profile of its own come out as people saw them: within 3 of CIEDE2000.</summary>
public sealed class ColoursTests : IDisposable
{
    private const int Width = 480;
    private const int Height = 640;
    private const double Tolerance = 3;

    // The accepted backgrounds, skin, hair and clothes, and the corners of the cube as far as JPEG keeps them.
    private static readonly RgbColour[][] Seen =
    [
        [new(100, 197, 255), new(67, 142, 219), new(51, 143, 178)],
        [new(243, 211, 187), new(207, 153, 112), new(109, 67, 47)],
        [new(200, 40, 40), new(40, 170, 60), new(40, 40, 180)],
        [new(255, 255, 255), new(128, 128, 128), new(29, 29, 32)],
    ];

    private readonly CodecDesk _desk = new();

    public static TheoryData<string> Spaces => [ColourSpace.AdobeRgb.Name, ColourSpace.DisplayP3.Name];

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Spaces))]
    public async Task Converts_the_colours_of_a_jpeg_with_a_profile(string name)
    {
        var (space, stored) = Stored(name);

        Assert.InRange(await FurthestAsync(JpegFiles.WithProfile(Pixels.Jpeg(Width, Height, stored), space.Profile())), 0, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public async Task Converts_the_colours_of_a_png_with_a_profile(string name)
    {
        var (space, stored) = Stored(name);

        Assert.InRange(await FurthestAsync(Pixels.Png(Width, Height, stored, space.Profile())), 0, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public async Task Would_show_other_colours_without_the_profile(string name) =>
        Assert.InRange(await FurthestAsync(Pixels.Jpeg(Width, Height, Stored(name).Rgb)), Tolerance, 100);

    [Fact]
    public async Task Keeps_the_colours_of_a_photo_without_a_profile() =>
        Assert.InRange(await FurthestAsync(Pixels.Jpeg(Width, Height, Pixels.Patches(Width, Height, Seen))), 0, Tolerance);

    [Fact]
    public async Task Takes_a_photo_with_a_broken_profile_for_what_its_numbers_say() => Assert.InRange(
        await FurthestAsync(JpegFiles.WithProfile(Pixels.Jpeg(Width, Height, Pixels.Patches(Width, Height, Seen)), [1, 2, 3])), 0, Tolerance);

    private static (ColourSpace Space, byte[] Rgb) Stored(string name)
    {
        var space = name == ColourSpace.AdobeRgb.Name ? ColourSpace.AdobeRgb : ColourSpace.DisplayP3;
        return (space, Pixels.Patches(Width, Height, [.. Seen.Select(row => row.Select(space.Of).ToArray())]));
    }

    private async Task<double> FurthestAsync(byte[] content)
    {
        var verdict = await _desk.ReadAsync(content);
        Assert.Empty(verdict.Codes);
        var written = Pixels.PatchesOf(verdict.Platform, Seen[0].Length, Seen.Length);
        return Seen.SelectMany(row => row).Zip(written.SelectMany(row => row))
            .Max(patch => CieDe2000.Between(CieLab.Of(patch.First), CieLab.Of(patch.Second)));
    }
}
