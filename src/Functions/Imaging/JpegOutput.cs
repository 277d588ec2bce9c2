using NetVips;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>Writes a finished picture as a baseline JPEG of the best quality that fits the profile's byte window.</summary>
internal static class JpegOutput
{
    public static Result<NormalisedPhoto> Write(Image picture, OutputProfile profile)
    {
        var search = new QualitySearch(picture.Width * picture.Height, profile.MaxBytes);
        var last = (Quality: 0, Content: Array.Empty<byte>());
        var best = last;
        while (search.Next is { } quality)
        {
            last = (quality, Encode(picture, profile, quality));
            search.Tell(quality, last.Content.Length);
            best = last.Content.Length <= profile.MaxBytes ? last : best;
        }

        // Where nothing fits, the last try was the lowest quality.
        return best.Content.Length >= Math.Max(1, profile.MinBytes)
            ? new NormalisedPhoto(profile, best.Content, best.Quality)
            : PhotoFailures.OutputBytes(profile, last.Content.Length);
    }

    private static byte[] Encode(Image picture, OutputProfile profile, int quality)
    {
        var content = picture.JpegsaveBuffer(
            q: quality, optimizeCoding: true, interlace: false, subsampleMode: Enums.ForeignSubsample.On, keep: Enums.ForeignKeep.None);
        return WithJfifHeader(content, profile.DotsPerInch);
    }

    // libvips writes none when it keeps no metadata; consumers look for FF D8 FF E0 and a density.
    private static byte[] WithJfifHeader(byte[] jpeg, int dotsPerInch)
    {
        var (high, low) = ((byte)(dotsPerInch >> 8), (byte)dotsPerInch);
        return
        [
            0xFF, 0xD8,
            0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 1, high, low, high, low, 0, 0,
            .. jpeg.AsSpan(2),
        ];
    }
}
