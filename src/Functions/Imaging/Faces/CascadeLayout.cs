using System.Numerics;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>A cascade laid out for tables of one width: every corner of every rectangle as a distance from the window's place.</summary>
internal sealed class CascadeLayout
{
    public const int CornersOfRectangle = 4;
    public const int RectanglesOfFeature = 3;
    public const int CornersOfFeature = CornersOfRectangle * RectanglesOfFeature;

    public CascadeLayout(Cascade cascade, int stride, int toSquares, int toTriangles)
    {
        Corners = new int[cascade.Features.Length * CornersOfFeature];
        Weights = new float[cascade.Features.Length * RectanglesOfFeature];
        for (var i = 0; i < cascade.Features.Length; i++)
        {
            var feature = cascade.Features[i];
            for (var j = 0; j < feature.Rectangles.Count; j++)
            {
                var slot = (i * RectanglesOfFeature) + j;
                Weights[slot] = feature.Rectangles[j].Weight;
                var corners = feature.IsTilted ? Tilted(feature.Rectangles[j], stride, toTriangles) : Upright(feature.Rectangles[j], stride);
                corners.CopyTo(Corners, slot * CornersOfRectangle);
            }
        }

        // The loads of an evaluation are not checked one by one: what they may reach is.
        var lastSquare = toSquares + (stride * (cascade.Height - 1)) + cascade.Width - 1;
        Reach = Math.Max(Corners.Max(), lastSquare) + Vector<int>.Count;
        ArgumentOutOfRangeException.ThrowIfNegative(Corners.Min(), nameof(cascade));
    }

    /// <summary>How many cells from the window's place on its corners, and those of its neighbours in the other lanes, may lie.</summary>
    public int Reach { get; }

    /// <summary>Four of each rectangle: the first and the last are added, the two between are taken away.</summary>
    public int[] Corners { get; }

    /// <summary>One of each rectangle; the third is zero where a feature has only two.</summary>
    public float[] Weights { get; }

    private static int[] Upright(CascadeRectangle r, int stride) =>
    [
        r.X + (stride * r.Y),
        r.X + r.Width + (stride * r.Y),
        r.X + (stride * (r.Y + r.Height)),
        r.X + r.Width + (stride * (r.Y + r.Height)),
    ];

    private static int[] Tilted(CascadeRectangle r, int stride, int toTriangles) =>
    [
        toTriangles + r.X + (stride * r.Y),
        toTriangles + r.X - r.Height + (stride * (r.Y + r.Height)),
        toTriangles + r.X + r.Width + (stride * (r.Y + r.Width)),
        toTriangles + r.X + r.Width - r.Height + (stride * (r.Y + r.Width + r.Height)),
    ];
}
