namespace PhotoFunctions.Functions.Imaging.Checks;

/// <summary>
/// The colour difference CIEDE2000. Source: Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula: implementation notes,
/// supplementary test data, and mathematical observations", 2005; the tests hold it against their data.
/// </summary>
internal static class CieDe2000
{
    private const double FullTurn = 2 * Math.PI;

    public static double Between(Lab one, Lab other)
    {
        var meanChroma = (ChromaOf(one) + ChromaOf(other)) / 2;
        var stretch = 1 + (0.5 * (1 - SevenRoot(meanChroma)));
        var (a1, a2) = (one.A * stretch, other.A * stretch);
        var (c1, c2) = (Math.Sqrt((a1 * a1) + (one.B * one.B)), Math.Sqrt((a2 * a2) + (other.B * other.B)));
        var (h1, h2) = (HueOf(a1, one.B), HueOf(a2, other.B));

        var turn = c1 * c2 == 0 ? 0 : Wrapped(h2 - h1);
        var (lightness, chroma, hue) = (other.L - one.L, c2 - c1, 2 * Math.Sqrt(c1 * c2) * Math.Sin(turn / 2));

        var meanLightness = (one.L + other.L) / 2;
        var meanC = (c1 + c2) / 2;
        var meanHue = c1 * c2 == 0 ? h1 + h2 : h1 + (turn / 2);
        var t = 1 - (0.17 * Math.Cos(meanHue - Radians(30))) + (0.24 * Math.Cos(2 * meanHue))
            + (0.32 * Math.Cos((3 * meanHue) + Radians(6))) - (0.20 * Math.Cos((4 * meanHue) - Radians(63)));
        var fromMiddle = (meanLightness - 50) * (meanLightness - 50);
        var weightL = 1 + (0.015 * fromMiddle / Math.Sqrt(20 + fromMiddle));
        var weightC = 1 + (0.045 * meanC);
        var weightH = 1 + (0.015 * meanC * t);
        var degrees = ((meanHue / FullTurn * 360) + 360) % 360;
        var rotation = -Math.Sin(2 * Radians(30 * Math.Exp(-Math.Pow((degrees - 275) / 25, 2)))) * 2 * SevenRoot(meanC);

        var (l, c, h) = (lightness / weightL, chroma / weightC, hue / weightH);
        return Math.Sqrt((l * l) + (c * c) + (h * h) + (rotation * c * h));
    }

    private static double ChromaOf(Lab colour) => Math.Sqrt((colour.A * colour.A) + (colour.B * colour.B));

    private static double HueOf(double a, double b) => a == 0 && b == 0 ? 0 : (Math.Atan2(b, a) + FullTurn) % FullTurn;

    private static double Wrapped(double angle) => angle > Math.PI ? angle - FullTurn : angle < -Math.PI ? angle + FullTurn : angle;

    private static double SevenRoot(double chroma)
    {
        var seventh = Math.Pow(chroma, 7);
        return Math.Sqrt(seventh / (seventh + 6103515625));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
