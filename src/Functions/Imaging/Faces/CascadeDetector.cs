using System.Collections.Concurrent;
using PhotoFunctions.Functions.Imaging.Checks;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>
/// Slides a cascade's window over a picture at every scale, exactly as OpenCV's CascadeClassifier does: its scales, steps, roundings and
/// grouping, so that it finds the same regions to the pixel. Source: Viola and Jones, "Rapid object detection using a boosted cascade of
/// simple features", 2001; Lienhart and Maydt, "An extended set of Haar-like features", 2002.
/// </summary>
internal sealed class CascadeDetector(Cascade cascade)
{
    private const double ScaleStep = 1.1;
    private const float SmallScale = 2;
    private readonly ConcurrentDictionary<int, CascadeLayout> _layouts = new();

    /// <summary>The regions in which more than <paramref name="minNeighbours"/> windows agree, the largest first.</summary>
    public IReadOnlyList<Region> Find(GreyPlane plane, int minSize, int minNeighbours)
    {
        var scales = ScalesOf(plane, minSize);
        if (scales.Count == 0)
        {
            return [];
        }

        using var image = new IntegralImage(Scaled(plane.Width, scales[0]), Scaled(plane.Height, scales[0]));
        var layout = _layouts.GetOrAdd(image.Stride, _ => new CascadeLayout(cascade, image.Stride, image.ToSquares, image.ToTriangles));
        var scan = new CascadeScan(cascade, layout, image);
        var found = new List<Region>();
        foreach (var scale in scales)
        {
            var scaled = plane.Interpolate(Scaled(plane.Width, scale), Scaled(plane.Height, scale));
            image.Lay(scaled, cascade.HasTiltedFeatures);
            var (width, height) = ((int)MathF.Round(cascade.Width * scale), (int)MathF.Round(cascade.Height * scale));
            foreach (var (x, y) in scan.Run(
                scaled.Width + 1 - cascade.Width, scaled.Height + 1 - cascade.Height, scale >= SmallScale ? 1 : 2))
            {
                var (left, top) = ((int)MathF.Round(x * scale), (int)MathF.Round(y * scale));
                found.Add(new Region(left, top, left + width, top + height));
            }
        }

        return RegionGroups.Of(found, minNeighbours);
    }

    private List<float> ScalesOf(GreyPlane plane, int minSize)
    {
        var scales = new List<float>();
        for (var scale = 1.0; ; scale *= ScaleStep)
        {
            var (width, height) = (Math.Round(cascade.Width * scale), Math.Round(cascade.Height * scale));
            if (width > plane.Width || height > plane.Height)
            {
                return scales;
            }

            if (Math.Min(width, height) >= minSize)
            {
                scales.Add((float)scale);
            }
        }
    }

    private static int Scaled(int length, float scale) => (int)MathF.Round(length / scale);
}
