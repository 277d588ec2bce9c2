using NetVips;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>Pictures that tests paint, and what is left of them in an output.</summary>
internal static class Pixels
{
    private const int Bands = 3;

    /// <summary>A picture of even patches, row by row.</summary>
    public static byte[] Patches(int width, int height, RgbColour[][] rows)
    {
        var rgb = new byte[width * height * Bands];
        for (var y = 0; y < height; y++)
        {
            var row = rows[y * rows.Length / height];
            for (var x = 0; x < width; x++)
            {
                var colour = row[x * row.Length / width];
                var at = ((y * width) + x) * Bands;
                (rgb[at], rgb[at + 1], rgb[at + 2]) = (colour.Red, colour.Green, colour.Blue);
            }
        }

        return rgb;
    }

    public static byte[] Jpeg(int width, int height, byte[] rgb, bool interlace = false)
    {
        using var picture = Of(width, height, rgb);
        return picture.JpegsaveBuffer(q: 95, interlace: interlace);
    }

    public static byte[] Png(int width, int height, byte[] rgb, byte[]? profile = null)
    {
        using var picture = Of(width, height, rgb);
        using var tagged = profile is null ? picture.Copy() : picture.Mutate(image => image.Set(GValue.BlobType, "icc-profile-data", profile));
        return tagged.PngsaveBuffer(keep: Enums.ForeignKeep.Icc);
    }

    /// <summary>The mean colour of the middle of each patch of an output.</summary>
    public static RgbColour[][] PatchesOf(byte[] output, int columns, int rows)
    {
        using var picture = Image.NewFromBuffer(output);
        var (width, height) = (picture.Width / columns, picture.Height / rows);
        return [.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, columns).Select(column =>
        {
            using var middle = picture.Crop((column * width) + (width / 4), (row * height) + (height / 4), width / 2, height / 2);
            return new RgbColour(Mean(middle, 0), Mean(middle, 1), Mean(middle, 2));
        }).ToArray())];
    }

    private static Image Of(int width, int height, byte[] rgb)
    {
        using var memory = Image.NewFromMemory(rgb, width, height, Bands, Enums.BandFormat.Uchar);
        return memory.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static byte Mean(Image picture, int band)
    {
        using var one = picture[band];
        return (byte)Math.Round(one.Avg());
    }
}
