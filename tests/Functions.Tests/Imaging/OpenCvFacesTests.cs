using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Imaging;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>
/// Our evaluation of the cascade beside OpenCV's. The boxes were found by OpenCV 4.13 in the same portraits: grey, 240×320 by INTER_AREA,
/// detectMultiScale with 1.1, 4 neighbours, least 48×48; times two, for a working image of 480×640.
/// </summary>
public sealed class OpenCvFacesTests : IDisposable
{
    // Decoders and filters differ by a grey level here and there, which moves a box by up to three pixels of the small picture.
    private const int Tolerance = 6;
    private readonly DirectoryInfo _journal = Directory.CreateTempSubdirectory("photofunctions-journal-");

    public void Dispose() => _journal.Delete(recursive: true);

    [Theory]
    [InlineData(1, 132, 172, 216)]
    [InlineData(2, 130, 160, 216)]
    [InlineData(3, 122, 158, 244)]
    [InlineData(4, 118, 172, 228)]
    [InlineData(5, 124, 162, 228)]
    [InlineData(6, 114, 158, 244)]
    [InlineData(7, 124, 168, 228)]
    [InlineData(8, 128, 156, 234)]
    [InlineData(9, 116, 156, 242)]
    [InlineData(10, 96, 140, 274)]
    [InlineData(11, 140, 174, 210)]
    [InlineData(12, 112, 148, 264)]
    [InlineData(13, 130, 160, 226)]
    [InlineData(14, 130, 160, 234)]
    [InlineData(15, 126, 156, 234)]
    [InlineData(16, 140, 162, 210)]
    public async Task Finds_the_one_face_where_OpenCV_finds_it(int portrait, int left, int top, int size)
    {
        using var codec = new VipsPhotoCodec(FaceFinders.Real, new DecodeJournal(_journal.FullName, TimeProvider.System));
        var photo = SampleFiles.Portrait(portrait);
        var plan = NormalisationPlan.For(codec.Inspect(photo).Value!, PhotoSpecification.Default);
        var picture = (await codec.DecodeAsync(photo, plan, TestContext.Current.CancellationToken)).Value!;

        var face = Assert.Single(FaceFinders.Real.Find(picture)!.Faces);

        Assert.All(
            [face.Left - left, face.Top - top, face.Width - size, face.Height - size],
            difference => Assert.InRange(difference, -Tolerance, Tolerance));
    }
}
