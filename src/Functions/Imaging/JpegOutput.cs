using NetVips;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>Writes a finished picture as a baseline JPEG of the best quality that fits the profile's byte window.</summary>
internal static class JpegOutput
{
    // The national rule's floor is 60; above 96 bytes grow and nobody sees a difference.
    private const int LowestQuality = 60;
    private const int HighestQuality = 96;

    public static Result<NormalisedPhoto> Write(Image picture, OutputProfile profile)
    {
        var (low, high) = (LowestQuality, HighestQuality);
        var best = (Quality: LowestQuality, Content: Encode(picture, profile, LowestQuality));
        while (low < high)
        {
            var quality = (low + high + 1) / 2;
            var content = Encode(picture, profile, quality);
            if (content.Length <= profile.MaxBytes)
            {
                (low, best) = (quality, (quality, content));
            }
            else
            {
                high = quality - 1;
            }
        }

        return best.Content.Length >= profile.MinBytes && best.Content.Length <= profile.MaxBytes
            ? new NormalisedPhoto(profile, best.Content, best.Quality)
            : PhotoFailures.OutputBytes(profile, best.Content.Length);
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
