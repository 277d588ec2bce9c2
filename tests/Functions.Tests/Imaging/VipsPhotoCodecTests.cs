using NetVips;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>Whole portraits and the corpus of faulty files on the real codec. Files by theme have test classes of their own.</summary>
public sealed class VipsPhotoCodecTests : IDisposable
{
    private readonly CodecDesk _desk = new();

    public static TheoryData<string, string> Refused => new()
    {
        { "not-an-image", FailureCodes.NotAnImage },
        { "truncated", FailureCodes.PhotoTruncated },
        { "png-bomb-81-megapixels", FailureCodes.PhotoTooManyPixels },
        { "huge-frame", FailureCodes.PhotoSideTooLong },
        { "too-small", FailureCodes.PhotoTooSmall },
        { "wide-aspect", FailureCodes.PhotoAspect },
        { "zeroed-tail", FailureCodes.PhotoTruncated },
    };

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_a_faulty_file_with_its_code(string file, string code) =>
        Assert.Contains(code, (await _desk.ReadAsync(SampleFiles.File(file))).Codes);

    [Fact]
    public async Task Turns_a_photo_that_was_stored_sideways() =>
        Assert.InRange(await DifferenceAsync(SampleFiles.Portrait(), SampleFiles.File("sideways")), 0, 6);

    // The same picture, in other numbers: converted, the numbers agree.
    [Fact]
    public async Task Converts_the_colours_of_a_photo_with_a_profile_of_its_own() =>
        Assert.InRange(await DifferenceAsync(SampleFiles.Portrait(), SampleFiles.File("icc-tagged")), 0, 3);

    [Fact]
    public async Task Crops_the_middle_of_a_photo_that_is_a_little_too_wide()
    {
        // Red edges left and right of a grey middle of exactly 3:4.
        using var grey = Image.Black(480, 640).NewFromImage(128, 128, 128);
        using var wide = grey.Embed(40, 0, 560, 640, Enums.Extend.Background, [255, 0, 0]).Copy(interpretation: Enums.Interpretation.Srgb);

        using var picture = Image.NewFromBuffer((await _desk.ReadAsync(wide.JpegsaveBuffer(q: 95))).Platform);

        Assert.InRange(picture[0].Max() - picture[0].Min(), 0, 40);
    }

    [Theory]
    [InlineData("scan-bomb")]
    [InlineData("png-bomb")]
    [InlineData("huge-frame")]
    public async Task Refuses_a_bomb_without_decoding_it(string file)
    {
        var content = SampleFiles.File(file);
        Assert.NotEmpty((await _desk.ReadAsync(content)).Codes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.NotEmpty((await _desk.ReadAsync(content)).Codes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    private async Task<double> DifferenceAsync(byte[] one, byte[] other)
    {
        using var a = Image.NewFromBuffer((await _desk.ReadAsync(one)).Platform);
        using var b = Image.NewFromBuffer((await _desk.ReadAsync(other)).Platform);
        using var difference = a - b;
        using var distance = difference.Abs();
        return distance.Avg();
    }
}
