using NetVips;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Files;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>Files that are cut, damaged or made to hurt: each is refused with its code, and none ends the process.</summary>
public sealed class BrokenFilesTests : IDisposable
{
    private const int Seeds = 35;
    private readonly CodecDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public Task Refuses_a_file_of_no_bytes() => RefusesAsync([], FailureCodes.FileEmpty);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Refuses_random_bytes(int seed) => RefusesAsync(Noise(seed), FailureCodes.NotAnImage);

    [Fact]
    public Task Refuses_random_bytes_that_begin_like_a_jpeg() =>
        RefusesAsync([0xFF, 0xD8, 0xFF, .. Noise(4)], FailureCodes.PhotoTruncated);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public Task Refuses_a_jpeg_that_was_cut(double share) =>
        RefusesAsync(JpegFiles.Cut(SampleFiles.Portrait(), share), FailureCodes.PhotoTruncated);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public Task Refuses_a_png_that_was_cut(double share) =>
        RefusesAsync(JpegFiles.Cut(SampleFiles.File("png"), share), FailureCodes.PhotoTruncated);

    [Fact]
    public Task Refuses_a_jpeg_with_20_kilobytes_of_zeros_inside() =>
        RefusesAsync(JpegFiles.ZeroInside(SampleFiles.Portrait(), 20 * 1024), FailureCodes.PhotoDamaged);

    [Fact]
    public Task Refuses_a_png_with_20_kilobytes_of_zeros_inside() =>
        RefusesAsync(JpegFiles.ZeroInside(SampleFiles.File("png"), 20 * 1024), FailureCodes.PhotoTruncated);

    [Fact]
    public Task Refuses_a_png_that_hides_its_size_behind_a_second_header() =>
        RefusesAsync(PngFiles.WithSecondHeader(SampleFiles.File("png-bomb-81-megapixels"), 480, 640), FailureCodes.PhotoTruncated);

    [Fact]
    public async Task Refuses_flipped_bits_where_the_decoder_warns_and_judges_the_rest_as_pictures()
    {
        var warned = 0;
        foreach (var seed in Enumerable.Range(1, Seeds))
        {
            var flipped = JpegFiles.FlipBits(SampleFiles.Portrait(), seed, bits: 1 << (seed % 7));
            var warns = DecoderWarns(flipped);
            var verdict = await _desk.ReadAsync(flipped);
            warned += warns ? 1 : 0;
            TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}: {(warns ? "warns" : "silent")} {string.Join(' ', verdict.Codes)}");

            // What the decoder swallows in silence may still be refused by its header: another size, another number of channels.
            Assert.True(verdict.Codes.Length > 0 || !warns, $"Seed {seed}: the decoder warns, and the photo was written.");
            Assert.True(verdict.Codes.Length > 0 || verdict.Outputs.Count > 0, $"Seed {seed}: neither a fault nor an output.");
        }

        Assert.InRange(warned, 1, Seeds - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Survives_any_flipped_and_cut_file(int threads) => await CsCheck.Check.SampleAsync(
        CsCheck.Gen.Select(CsCheck.Gen.Int[1, 1 << 20], CsCheck.Gen.Int[1, 40], CsCheck.Gen.Double[0.01, 1]),
        async (seed, bits, share) => await _desk.ReadAsync(JpegFiles.Cut(JpegFiles.FlipBits(SampleFiles.File("platform-size"), seed, bits), share)),
        iter: 150,
        threads: threads);

    [Fact]
    public Task Refuses_a_progressive_jpeg_of_400_scans() => RefusesAsync(SampleFiles.File("scan-bomb"), FailureCodes.PhotoTooManyScans);

    [Fact]
    public Task Refuses_a_jpeg_that_claims_900_megapixels() =>
        RefusesAsync(JpegFiles.ClaimSize(SampleFiles.Portrait(), 30_000, 30_000), FailureCodes.PhotoTooManyPixels);

    [Fact]
    public Task Refuses_a_png_of_900_megapixels() => RefusesAsync(SampleFiles.File("png-bomb"), FailureCodes.PhotoTooManyPixels);

    [Fact]
    public Task Refuses_a_strip_of_one_pixel_before_it_is_scaled() =>
        RefusesAsync(Pixels.Jpeg(1, 1280, new byte[1280 * 3]), FailureCodes.PhotoAspect);

    [Fact]
    public async Task Refuses_a_file_of_25_megabytes_for_its_length_alone()
    {
        var judged = await _desk.JudgeAsync(JpegFiles.Pad(SampleFiles.Portrait(), 25 * 1024 * 1024));

        Assert.Equal([FailureCodes.FileTooLarge], judged.Faults.Select(fault => fault.Code));
    }

    [Fact]
    public async Task Takes_nothing_a_pixel_too_narrow()
    {
        using var portrait = Image.NewFromBuffer(SampleFiles.File("platform-size"));
        using var narrow = portrait.Crop(0, 0, 119, 160);

        await RefusesAsync(narrow.JpegsaveBuffer(), FailureCodes.PhotoTooSmall);
    }

    [Fact]
    public async Task Makes_only_the_platform_photo_of_120_by_160_pixels_and_says_so()
    {
        var judged = await _desk.JudgeAsync(SampleFiles.File("platform-size"));

        Assert.Empty(judged.Faults);
        Assert.Equal("platform-120x160", Assert.Single(judged.Outputs).Profile.Name);
        var note = Assert.Single(judged.Notes, note => note.Code == FailureCodes.OutputUnavailable);
        Assert.Contains("chsi-480x640", note.Message.English, StringComparison.Ordinal);
        Assert.Contains("480×640", note.Message.Chinese, StringComparison.Ordinal);
    }

    private static byte[] Noise(int seed)
    {
        // The first byte of no format that is known.
        var noise = new byte[100_000];
        new Random(seed).NextBytes(noise);
        noise[0] = 0;
        return noise;
    }

    // Not as the codec reads it: every pixel, at full size.
    private static bool DecoderWarns(byte[] content)
    {
        try
        {
            using var picture = Image.JpegloadBuffer(content, failOn: Enums.FailOn.Warning);
            using var memory = picture.CopyMemory();
            return false;
        }
        catch (VipsException)
        {
            return true;
        }
    }

    private async Task RefusesAsync(byte[] content, string code)
    {
        var verdict = await _desk.ReadAsync(content);

        Assert.Contains(code, verdict.Codes);
        Assert.Empty(verdict.Outputs);
    }
}
