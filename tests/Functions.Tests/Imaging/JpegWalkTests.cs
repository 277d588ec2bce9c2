using NetVips;
using PhotoFunctions.Functions.Imaging;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Imaging;

public sealed class JpegWalkTests
{
    [Fact]
    public void Reads_the_frame_and_counts_the_scans()
    {
        Assert.Equal(new JpegWalk(960, 1280, 3, 960 * 1280 * 3, 1), JpegWalk.Read(SampleFiles.Portrait()));
        Assert.InRange(JpegWalk.Read(SampleFiles.File("scan-bomb"))!.Scans, 300, int.MaxValue);
    }

    // Scans over the whole picture, and rows in no order: nothing can be decoded in strips.
    [Fact]
    public void Knows_what_a_decoder_keeps_in_memory_to_the_end()
    {
        using var picture = Image.Black(480, 640).NewFromImage(10, 200, 30).Copy(interpretation: Enums.Interpretation.Srgb);
        long Jpeg(bool interlace, Enums.ForeignSubsample subsample) =>
            JpegWalk.Read(picture.JpegsaveBuffer(interlace: interlace, subsampleMode: subsample))!.ToInspection(1).DecodeBytes;

        Assert.Equal(0, Jpeg(false, Enums.ForeignSubsample.Off));
        Assert.Equal(480 * 640 * 3 * 2, Jpeg(true, Enums.ForeignSubsample.Off));
        Assert.Equal(480 * 640 * 3, Jpeg(true, Enums.ForeignSubsample.On));
        Assert.Equal(0, PngWalk.Read(picture.PngsaveBuffer())!.ToInspection(1).DecodeBytes);
        Assert.Equal(480 * 640 * 8, PngWalk.Read(picture.PngsaveBuffer(interlace: true))!.ToInspection(1).DecodeBytes);
    }

    [Fact]
    public void Knows_every_cut_of_a_file()
    {
        var photo = SampleFiles.File("platform-size");

        Assert.NotNull(JpegWalk.Read(photo));
        Assert.All(Enumerable.Range(0, photo.Length), length => Assert.Null(JpegWalk.Read(photo.AsSpan(0, length))));
    }

    [Fact]
    public void Knows_every_cut_of_a_png()
    {
        var photo = SampleFiles.File("palette-png");

        Assert.Equal((480, 640), (PngWalk.Read(photo)!.Width, PngWalk.Read(photo)!.Height));
        Assert.All(Enumerable.Range(0, photo.Length / 97), step => Assert.Null(PngWalk.Read(photo.AsSpan(0, step * 97))));
    }
}
