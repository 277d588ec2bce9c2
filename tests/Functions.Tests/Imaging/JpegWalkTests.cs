using PhotoFunctions.Functions.Imaging;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Imaging;

public sealed class JpegWalkTests
{
    [Fact]
    public void Reads_the_frame_and_counts_the_scans()
    {
        Assert.Equal(new JpegWalk(960, 1280, 3, 1), JpegWalk.Read(SampleFiles.Portrait()));
        Assert.InRange(JpegWalk.Read(SampleFiles.File("scan-bomb"))!.Scans, 300, int.MaxValue);
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
