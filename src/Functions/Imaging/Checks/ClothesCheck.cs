using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging.Checks;

/// <summary>How much of what is below the face is blue.</summary>
internal static class ClothesCheck
{
    private const double UpperEdge = 1.35;
    private const double LowerEdge = 2.3;
    private const double HalfWidth = 0.9;
    private const double LeastChroma = 14;
    private const double FirstBlueHue = 245;
    private const double LastBlueHue = 310;
    private const int Step = 2;

    /// <summary>Null when the picture ends above the clothes.</summary>
    public static double? Measure(WorkingImage picture, FaceBox face)
    {
        var centre = face.Left + (face.Width / 2.0);
        var region = new Region(
            (int)(centre - (HalfWidth * face.Width)),
            (int)(face.Top + (UpperEdge * face.Height)),
            (int)(centre + (HalfWidth * face.Width)),
            (int)(face.Top + (LowerEdge * face.Height))).Within(picture.Width, picture.Height);
        if (region.IsEmpty)
        {
            return null;
        }

        var pixels = RgbPixel.Of(picture);
        int blue = 0, all = 0;
        for (var y = region.Top; y < region.Bottom; y += Step)
        {
            for (var x = region.Left; x < region.Right; x += Step, all++)
            {
                blue += IsBlue(CieLab.Of(in pixels[(y * picture.Width) + x])) ? 1 : 0;
            }
        }

        return (double)blue / all;
    }

    private static bool IsBlue(Lab colour)
    {
        if ((colour.A * colour.A) + (colour.B * colour.B) <= LeastChroma * LeastChroma)
        {
            return false;
        }

        var hue = ((Math.Atan2(colour.B, colour.A) * 180 / Math.PI) + 360) % 360;
        return hue is >= FirstBlueHue and <= LastBlueHue;
    }
}
