using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Imaging.Checks;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>Finds the two eyes of a face and the line through them.</summary>
internal sealed class EyeLineFinder(CascadeDetector eyes)
{
    // Where the eyes of a face box lie; measured on real portraits.
    private const double UsualEyeLine = 0.39;
    private const double SearchedShare = 0.62;
    private const int SearchedWidth = 160;
    private const double MinEye = 0.15;
    private const int MinNeighbours = 3;

    /// <summary>Height of the line in pixels of the picture, and its lean; the usual height and no lean when the eyes are not found.</summary>
    public (double Y, double? RollDegrees) Find(GreyPlane grey, FaceBox face)
    {
        var upper = grey.Crop(face.Left, face.Top, face.Width, (int)(face.Height * SearchedShare));
        var scale = Math.Min(1, (double)SearchedWidth / face.Width);
        var scaled = upper.Resize((int)Math.Round(upper.Width * scale), (int)Math.Round(upper.Height * scale));
        var found = eyes.Find(scaled, (int)(MinEye * scaled.Width), MinNeighbours);
        var left = found.Where(eye => Middle(eye) < scaled.Width / 2.0).Take(1).ToArray();
        var right = found.Where(eye => Middle(eye) >= scaled.Width / 2.0).Take(1).ToArray();
        if (left is not [var one] || right is not [var other])
        {
            return (face.Top + (UsualEyeLine * face.Height), null);
        }

        var roll = Math.Atan2(CentreY(other) - CentreY(one), Middle(other) - Middle(one)) * 180 / Math.PI;
        return (face.Top + ((CentreY(one) + CentreY(other)) / 2 / scale), roll);
    }

    private static double Middle(Region eye) => (eye.Left + eye.Right) / 2.0;

    private static double CentreY(Region eye) => (eye.Top + eye.Bottom) / 2.0;
}
