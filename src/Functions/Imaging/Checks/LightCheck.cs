using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging.Checks;

/// <summary>How the face is lit.</summary>
internal static class LightCheck
{
    private const int StepsPerUnit = 10;
    private const double BrightShare = 0.95;
    private const double GlareLightness = 97;

    public static LightFacts Measure(WorkingImage picture, FaceBox face)
    {
        var region = new Region(face.Left, face.Top, face.Left + face.Width, face.Top + face.Height).Within(picture.Width, picture.Height);
        var middle = (region.Left + region.Right) / 2;
        var pixels = RgbPixel.Of(picture);
        Span<int> counts = stackalloc int[(100 * StepsPerUnit) + 1];
        double left = 0, right = 0;
        int all = 0, glare = 0;
        for (var y = region.Top; y < region.Bottom; y++)
        {
            for (var x = region.Left; x < region.Right; x++, all++)
            {
                var lightness = CieLab.LightnessOf(in pixels[(y * picture.Width) + x]);
                counts[(int)(Math.Clamp(lightness, 0, 100) * StepsPerUnit)]++;
                glare += lightness > GlareLightness ? 1 : 0;
                left += x < middle ? lightness : 0;
                right += x < middle ? 0 : lightness;
            }
        }

        var rows = region.Bottom - region.Top;
        var difference = Math.Abs((left / ((middle - region.Left) * rows)) - (right / ((region.Right - middle) * rows)));
        return new LightFacts(PercentileOf(counts, all), (double)glare / all, difference);
    }

    private static double PercentileOf(ReadOnlySpan<int> counts, int all)
    {
        var wanted = (int)(all * BrightShare);
        var at = 0;
        while (at < counts.Length - 1 && wanted >= counts[at])
        {
            wanted -= counts[at++];
        }

        return (double)at / StepsPerUnit;
    }
}
