using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Imaging;
using PhotoFunctions.Functions.Imaging.Checks;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Imaging;

public sealed class PictureCheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("photofunctions-journal-");

    public void Dispose() => _folder.Delete(recursive: true);

    // Pairs 1, 7, 16 and 24 of Sharma, Wu and Dalal.
    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 0, 0, 50, -1, 2, 2.3669)]
    [InlineData(50, 2.5, 0, 50, 0, -2.5, 4.3065)]
    [InlineData(22.7233, 20.0904, -46.694, 23.0331, 14.973, -42.5619, 2.0373)]
    public void Differs_as_the_published_pairs_do(double l1, double a1, double b1, double l2, double a2, double b2, double expected) => Assert.Equal(
        expected,
        CieDe2000.Between(new Lab((float)l1, (float)a1, (float)b1), new Lab((float)l2, (float)a2, (float)b2)),
        3);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Finds_nothing_wrong_with_a_good_portrait(int number) =>
        Assert.Empty(PixelValidator.Validate(await MeasureAsync(SampleFiles.Portrait(number)), PhotoSpecification.Default));

    [Fact]
    public void Looks_for_no_face_where_the_cascades_are_missing() =>
        Assert.Null(FaceFinders.In("nowhere").Find(new WorkingImage(3, 4, new byte[36])));

    private static Task<Result<WorkingImage>> DecodeAsync(VipsPhotoCodec codec, byte[] photo) => codec.DecodeAsync(
        photo, NormalisationPlan.For(codec.Inspect(photo).Value!, PhotoSpecification.Default), TestContext.Current.CancellationToken);

    private async Task<PixelInspection> MeasureAsync(byte[] photo)
    {
        using var codec = new VipsPhotoCodec(FaceFinders.Real, new DecodeJournal(_folder.FullName, TimeProvider.System));
        return await codec.MeasureAsync(
            (await DecodeAsync(codec, photo)).Value!, PhotoSpecification.Default, TestContext.Current.CancellationToken);
    }
}
