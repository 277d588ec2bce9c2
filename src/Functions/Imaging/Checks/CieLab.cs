using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging.Checks;

/// <summary>sRGB to CIELAB (D65) by tables: a photo has hundreds of thousands of pixels, and a cube root each is what costs.</summary>
internal static class CieLab
{
    private const int Steps = 16384;
    private static readonly float[] Linear = [.. Enumerable.Range(0, 256).Select(value => (float)ToLinear(value / 255.0))];
    private static readonly float[] Root = [.. Enumerable.Range(0, Steps + 1).Select(step => (float)ToRoot((double)step / Steps))];

    public static Lab Of(in RgbPixel pixel)
    {
        var (r, g, b) = (Linear[pixel.Red], Linear[pixel.Green], Linear[pixel.Blue]);
        var x = Rooted((0.4339499f * r) + (0.3762098f * g) + (0.1898430f * b));
        var y = Rooted((0.2126729f * r) + (0.7151522f * g) + (0.0721750f * b));
        var z = Rooted((0.0177566f * r) + (0.1094680f * g) + (0.8727755f * b));
        return new Lab((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    public static Lab Of(RgbColour colour) => Of(new RgbPixel(colour.Red, colour.Green, colour.Blue));

    /// <summary>L* alone, 0 to 100.</summary>
    public static float LightnessOf(in RgbPixel pixel) =>
        (116 * Rooted((0.2126729f * Linear[pixel.Red]) + (0.7151522f * Linear[pixel.Green]) + (0.0721750f * Linear[pixel.Blue]))) - 16;

    private static float Rooted(float value) => Root[(int)((Math.Clamp(value, 0, 1) * Steps) + 0.5f)];

    private static double ToLinear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static double ToRoot(double value) => value > 216.0 / 24389 ? Math.Cbrt(value) : ((24389.0 / 27 * value) + 16) / 116;
}
