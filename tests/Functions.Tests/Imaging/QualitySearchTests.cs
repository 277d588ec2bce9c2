using CsCheck;
using PhotoFunctions.Functions.Imaging;

namespace PhotoFunctions.Functions.Tests.Imaging;

public sealed class QualitySearchTests
{
    private const int Pixels = 480 * 640;
    private const int MostTries = 10;

    // Lengths that grow with the quality, in steps of any size.
    private static readonly Gen<int[]> Lengths = Gen.Int[0, 9_000].Array[QualitySearch.Highest - QualitySearch.Lowest + 1]
        .Select(steps => steps.Aggregate(new List<int> { 1_000 }, (lengths, step) => [.. lengths, lengths[^1] + step]).Skip(1).ToArray());

    [Fact]
    public void Finds_the_highest_quality_that_fits_whatever_the_lengths() => Gen.Select(Lengths, Gen.Int[1, 200_000]).Sample((lengths, maxBytes) =>
    {
        var (best, tries) = Search(quality => lengths[quality - QualitySearch.Lowest], maxBytes);
        var expected = Enumerable.Range(QualitySearch.Lowest, lengths.Length).LastOrDefault(quality => lengths[quality - QualitySearch.Lowest] <= maxBytes);
        Assert.Equal(expected, best);
        Assert.InRange(tries, 1, MostTries);
    });

    // From plain drawings to the grain of a small sensor.
    [Theory]
    [InlineData(10_000)]
    [InlineData(20_000)]
    [InlineData(30_000)]
    [InlineData(40_000)]
    [InlineData(60_000)]
    [InlineData(90_000)]
    public void Needs_few_tries_for_lengths_as_pictures_have_them(int bytesAt90) => Assert.InRange(
        Search(quality => (int)(bytesAt90 * Math.Pow((2 - (quality / 50.0)) / 0.2, -0.6)), 40 * 1024).Tries, 1, 4);

    private static (int Best, int Tries) Search(Func<int, int> lengthOf, int maxBytes)
    {
        var search = new QualitySearch(Pixels, maxBytes);
        var (best, tries) = (0, 0);
        while (search.Next is { } quality)
        {
            Assert.InRange(quality, QualitySearch.Lowest, QualitySearch.Highest);
            var bytes = lengthOf(quality);
            search.Tell(quality, bytes);
            best = bytes <= maxBytes ? Math.Max(best, quality) : best;
            tries++;
        }

        return (best, tries);
    }
}
