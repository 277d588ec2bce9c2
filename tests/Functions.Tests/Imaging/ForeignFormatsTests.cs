using NetVips;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>Pictures of other formats and colour models, all of them named .jpg.</summary>
public sealed class ForeignFormatsTests : IDisposable
{
    private readonly CodecDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("webp", "WebP")]
    [InlineData("gif", "GIF")]
    [InlineData("svg", "SVG")]
    [InlineData("tiff", "TIFF")]
    [InlineData("heic", "HEIC")]
    [InlineData("pdf", "PDF")]
    public Task Names_the_format_that_is_not_supported(string file, string format) => NamesAsync(SampleFiles.File(file), format);

    [Fact]
    public async Task Names_avif()
    {
        using var picture = Image.Black(64, 64).NewFromImage(67, 142, 219);

        await NamesAsync(picture.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1), "AVIF");
    }

    [Fact]
    public Task Names_a_drawing_behind_a_long_preamble() => NamesAsync(
        [.. "<?xml version=\"1.0\"?><!-- "u8, .. Enumerable.Repeat((byte)'-', 500), .. " --><svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8], "SVG");

    [Theory]
    [InlineData("png")]
    [InlineData("palette-png")]
    [InlineData("16-bit-png")]
    [InlineData("opaque-rgba-png")]
    public async Task Takes_a_png_and_says_that_jpeg_was_expected(string file)
    {
        var judged = await _desk.JudgeAsync(SampleFiles.File(file));

        Assert.Empty(judged.Faults);
        Assert.NotEmpty(judged.Outputs);
        Assert.Contains(judged.Notes, note => note.Code == FailureCodes.FormatPngNote);
    }

    [Theory]
    [InlineData("transparent-png", FailureCodes.PhotoTransparent)]
    [InlineData("greyscale", FailureCodes.PhotoGreyscale)]
    [InlineData("cmyk", FailureCodes.PhotoCmyk)]
    public async Task Refuses_a_colour_model_that_is_no_photo(string file, string code) =>
        Assert.Equal([code], (await _desk.ReadAsync(SampleFiles.File(file))).Codes);

    [Fact]
    public async Task Refuses_a_greyscale_png()
    {
        using var portrait = Image.NewFromBuffer(SampleFiles.Portrait());
        using var grey = portrait.Colourspace(Enums.Interpretation.Bw);

        Assert.Equal([FailureCodes.PhotoGreyscale], (await _desk.ReadAsync(grey.PngsaveBuffer())).Codes);
    }

    [Fact]
    public void Has_no_loader_but_those_for_jpeg_and_png() =>
        Assert.Throws<VipsException>(() => Image.NewFromBuffer(SampleFiles.File("webp")));

    private async Task NamesAsync(byte[] content, string format)
    {
        var fault = Assert.Single((await _desk.ReadAsync(content)).Faults);

        Assert.Equal(FailureCodes.FormatNotSupported, fault.Code);
        Assert.Contains(format, fault.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains(format, fault.Message.English, StringComparison.Ordinal);
    }
}
