using PhotoFunctions.Functions.Imaging.Checks;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>
/// Slides a cascade's window over a picture at every scale, as OpenCV's CascadeClassifier does. Source: Viola and Jones, "Rapid object
/// detection using a boosted cascade of simple features", 2001; Lienhart and Maydt, "An extended set of Haar-like features", 2002.
/// </summary>
internal sealed class CascadeDetector(Cascade cascade)
{
    private const double ScaleStep = 1.1;

    /// <summary>The regions in which at least <paramref name="minNeighbours"/> windows agree, the largest first.</summary>
    public IReadOnlyList<Region> Find(GreyPlane plane, int minSize, int minNeighbours, double scaleStep = ScaleStep)
    {
        var found = new List<Region>();
        for (var factor = 1.0; ; factor *= scaleStep)
        {
            var window = (int)Math.Round(cascade.Width * factor);
            if (window > Math.Min(plane.Width, plane.Height))
            {
                break;
            }

            if (window >= minSize)
            {
                Scan(plane, factor, window, found);
            }
        }

        return RegionGroups.Of(found, minNeighbours);
    }

    private void Scan(GreyPlane plane, double factor, int window, List<Region> found)
    {
        var scaled = plane.Resize((int)Math.Round(plane.Width / factor), (int)Math.Round(plane.Height / factor));
        var image = new IntegralImage(scaled, cascade.HasTiltedFeatures);
        var evaluation = new CascadeEvaluation(cascade, image);
        var step = factor > 2 ? 1 : 2;
        for (var y = 0; y + cascade.Height < scaled.Height; y += step)
        {
            for (var x = 0; x + cascade.Width < scaled.Width; x += step)
            {
                if (evaluation.Passes(x, y, out var failedAtOnce))
                {
                    var (left, top) = ((int)Math.Round(x * factor), (int)Math.Round(y * factor));
                    found.Add(new Region(left, top, left + window, top + window));
                }
                else if (failedAtOnce)
                {
                    // Where the first stage fails, the window's neighbour does too.
                    x += step;
                }
            }
        }
    }
}
