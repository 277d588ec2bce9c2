using System.Buffers.Binary;
using NetVips;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Imaging;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Imaging;

public sealed class VipsPhotoCodecTests : IDisposable
{
    private readonly DirectoryInfo _journal = Directory.CreateTempSubdirectory("photofunctions-journal-");
    private readonly VipsPhotoCodec _codec;

    public static TheoryData<string, string> Refused => new()
    {
        { "empty", FailureCodes.FileEmpty },
        { "not-an-image", FailureCodes.NotAnImage },
        { "webp", FailureCodes.FormatNotSupported },
        { "gif", FailureCodes.FormatNotSupported },
        { "tiff", FailureCodes.FormatNotSupported },
        { "heic", FailureCodes.FormatNotSupported },
        { "pdf", FailureCodes.FormatNotSupported },
        { "svg", FailureCodes.FormatNotSupported },
        { "truncated", FailureCodes.PhotoTruncated },
        { "scan-bomb", FailureCodes.PhotoTooManyScans },
        { "png-bomb", FailureCodes.PhotoTooManyPixels },
        { "png-bomb-81-megapixels", FailureCodes.PhotoTooManyPixels },
        { "huge-frame", FailureCodes.PhotoSideTooLong },
        { "too-small", FailureCodes.PhotoTooSmall },
        { "wide-aspect", FailureCodes.PhotoAspect },
        { "greyscale", FailureCodes.PhotoGreyscale },
        { "cmyk", FailureCodes.PhotoCmyk },
        { "zeroed-tail", FailureCodes.PhotoTruncated },
        { "transparent-png", FailureCodes.PhotoTransparent },
    };

    public VipsPhotoCodecTests() => _codec = new VipsPhotoCodec(FaceFinders.Real, new DecodeJournal(_journal.FullName, TimeProvider.System));

    public void Dispose()
    {
        _codec.Dispose();
        _journal.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_a_faulty_file_with_its_code(string file, string code) =>
        Assert.Contains(code, (await JudgeAsync(SampleFiles.File(file))).Codes);

    [Theory]
    [InlineData("1-none")]
    [InlineData("sideways")]
    [InlineData("platform-size")]
    [InlineData("icc-tagged")]
    [InlineData("png")]
    [InlineData("palette-png")]
    [InlineData("opaque-rgba-png")]
    [InlineData("16-bit-png")]
    public async Task Writes_a_120_by_160_baseline_jpeg_at_300_dpi_without_metadata(string file)
    {
        var (codes, outputs) = await JudgeAsync(SampleFiles.File(file));

        Assert.Empty(codes);
        var content = Assert.Single(outputs).Content.ToArray();
        Assert.InRange(content.Length, 1, OutputProfile.Platform.MaxBytes);
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0], content[..4]);
        Assert.Equal("JFIF\0"u8.ToArray(), content[6..11]);
        Assert.Equal((1, 300, 300), (content[13], BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(14)), BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(16))));
        Assert.Equal([0xFF, 0xD9], content[^2..]);
        var markers = MarkersOf(content);
        Assert.Contains((byte)0xC0, markers);
        Assert.DoesNotContain(markers, marker => marker is 0xC2 or 0xE1 or 0xE2 or 0xED or 0xFE);

        using var picture = Image.NewFromBuffer(content);
        Assert.Equal((120, 160, 3), (picture.Width, picture.Height, picture.Bands));
        Assert.Equal(Enums.BandFormat.Uchar, picture.Format);
    }

    [Fact]
    public async Task Turns_a_photo_that_was_stored_sideways()
    {
        var upright = Assert.Single((await JudgeAsync(SampleFiles.Portrait())).Outputs);
        var turned = Assert.Single((await JudgeAsync(SampleFiles.File("sideways"))).Outputs);

        Assert.InRange(MeanDifference(upright, turned), 0, 6);
    }

    [Fact]
    public async Task Converts_the_colours_of_a_photo_with_a_profile_of_its_own()
    {
        var plain = Assert.Single((await JudgeAsync(SampleFiles.Portrait())).Outputs);
        var tagged = Assert.Single((await JudgeAsync(SampleFiles.File("icc-tagged"))).Outputs);

        // The same picture, in other numbers: converted, the numbers agree.
        Assert.InRange(MeanDifference(plain, tagged), 0, 3);
    }

    [Fact]
    public async Task Crops_the_middle_of_a_photo_that_is_a_little_too_wide()
    {
        // Red edges left and right of a grey middle of exactly 3:4.
        using var grey = Image.Black(480, 640).NewFromImage(128, 128, 128);
        using var wide = grey.Embed(40, 0, 560, 640, Enums.Extend.Background, [255, 0, 0]).Copy(interpretation: Enums.Interpretation.Srgb);

        var output = Assert.Single((await JudgeAsync(wide.JpegsaveBuffer(q: 95))).Outputs);

        using var picture = Image.NewFromBuffer(output.Content.ToArray());
        Assert.InRange(picture[0].Max() - picture[0].Min(), 0, 40);
    }

    [Fact]
    public async Task Ignores_what_a_phone_appended_behind_the_picture()
    {
        var photo = SampleFiles.Portrait().Concat("anything, even \xFF\xD8"u8.ToArray()).ToArray();

        Assert.Empty((await JudgeAsync(photo)).Codes);
    }

    [Fact]
    public async Task Never_crashes_on_flipped_or_cut_files()
    {
        var photo = SampleFiles.File("platform-size");
        await CsCheck.Check.SampleAsync(
            CsCheck.Gen.Select(CsCheck.Gen.Int[0, photo.Length - 1], CsCheck.Gen.Byte, CsCheck.Gen.Int[1, photo.Length]),
            async (position, value, length) =>
            {
                var broken = photo[..length];
                broken[Math.Min(position, length - 1)] = value;
                await JudgeAsync(broken);
            },
            iter: 300,
            threads: 2);
    }

    [Fact]
    public void Has_no_loader_but_those_for_jpeg_and_png() =>
        Assert.Throws<VipsException>(() => Image.NewFromBuffer(SampleFiles.File("webp")));

    [Theory]
    [InlineData("scan-bomb")]
    [InlineData("png-bomb")]
    [InlineData("huge-frame")]
    public async Task Refuses_a_bomb_without_decoding_it(string file)
    {
        var content = SampleFiles.File(file);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.NotEmpty(JudgeHeader(content));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static double MeanDifference(NormalisedPhoto one, NormalisedPhoto other)
    {
        using var a = Image.NewFromBuffer(one.Content.ToArray());
        using var b = Image.NewFromBuffer(other.Content.ToArray());
        using var difference = a - b;
        return difference.Abs().Avg();
    }

    private static List<byte> MarkersOf(byte[] jpeg)
    {
        var markers = new List<byte>();
        for (var at = 2; jpeg[at + 1] != 0xDA; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            markers.Add(jpeg[at + 1]);
        }

        return markers;
    }

    private async Task<(string[] Codes, IReadOnlyList<NormalisedPhoto> Outputs)> JudgeAsync(byte[] content)
    {
        if (JudgeHeader(content) is { Length: > 0 } codes)
        {
            return (codes, []);
        }

        var inspection = _codec.Inspect(content).Value!;
        var plan = NormalisationPlan.For(inspection, PhotoSpecification.Default);
        if (!(await _codec.DecodeAsync(content, plan, Cancellation)).Succeeded(out var picture, out var failure))
        {
            return ([failure.Code], []);
        }

        var written = await _codec.WriteAsync(picture, [.. plan.Outputs.Where(output => output.IsRequired)], Cancellation);
        return ([.. written.Failures.Select(finding => finding.Code)], written.Outputs);
    }

    private string[] JudgeHeader(byte[] content) =>
        _codec.Inspect(content).Succeeded(out var inspection, out var failure)
            ? [.. PhotoValidator.Validate(inspection, PhotoSpecification.Default).Select(fault => fault.Code)]
            : [failure.Code];
}
