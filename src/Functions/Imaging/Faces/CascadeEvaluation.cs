namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>A cascade laid over one scaled picture: every corner of every rectangle as an offset into its tables.</summary>
internal sealed class CascadeEvaluation
{
    private const int CornersOfRectangle = 4;
    private const int RectanglesOfFeature = 3;
    private readonly Cascade _cascade;
    private readonly IntegralImage _image;
    private readonly int[] _corners;
    private readonly float[] _weights;
    private readonly bool[] _tilted;
    private readonly int _normWidth;
    private readonly int _normHeight;

    public CascadeEvaluation(Cascade cascade, IntegralImage image)
    {
        _cascade = cascade;
        _image = image;
        _corners = new int[cascade.Features.Length * RectanglesOfFeature * CornersOfRectangle];
        _weights = new float[cascade.Features.Length * RectanglesOfFeature];
        _tilted = Array.ConvertAll(cascade.Features, feature => feature.IsTilted);
        (_normWidth, _normHeight) = (cascade.Width - 2, cascade.Height - 2);
        for (var i = 0; i < cascade.Features.Length; i++)
        {
            var feature = cascade.Features[i];
            for (var j = 0; j < feature.Rectangles.Count; j++)
            {
                var slot = (i * RectanglesOfFeature) + j;
                _weights[slot] = feature.Rectangles[j].Weight;
                Corners(feature.Rectangles[j], feature.IsTilted, image.Stride).CopyTo(_corners, slot * CornersOfRectangle);
            }
        }
    }

    public bool Passes(int x, int y, out bool failedAtOnce)
    {
        failedAtOnce = false;
        var at = (y * _image.Stride) + x;
        var inner = at + _image.Stride + 1;
        double sum = _image.SumAt(inner, _normWidth, _normHeight);
        double area = _normWidth * _normHeight;
        var variance = (area * _image.SquaresAt(inner, _normWidth, _normHeight)) - (sum * sum);

        // A plain surface is no face.
        if (variance <= 0 || area / Math.Sqrt(variance) >= 0.1)
        {
            return false;
        }

        var norm = (float)(1 / Math.Sqrt(variance));
        foreach (var stage in _cascade.Stages)
        {
            var score = 0f;
            foreach (var tree in stage.Trees)
            {
                score += Leaf(tree, at, norm);
            }

            if (score < stage.Threshold)
            {
                failedAtOnce = stage == _cascade.Stages[0];
                return false;
            }
        }

        return true;
    }

    private static int[] Corners(CascadeRectangle r, bool isTilted, int stride) => isTilted
        ?
        [
            r.X + (stride * r.Y),
            r.X - r.Height + (stride * (r.Y + r.Height)),
            r.X + r.Width + (stride * (r.Y + r.Width)),
            r.X + r.Width - r.Height + (stride * (r.Y + r.Width + r.Height)),
        ]
        :
        [
            r.X + (stride * r.Y),
            r.X + r.Width + (stride * r.Y),
            r.X + (stride * (r.Y + r.Height)),
            r.X + r.Width + (stride * (r.Y + r.Height)),
        ];

    private float Leaf(CascadeTree tree, int at, float norm)
    {
        var index = 0;
        do
        {
            ref readonly var node = ref tree.Nodes[index];
            index = ValueOf(node.Feature, at) * norm < node.Threshold ? node.Left : node.Right;
        }
        while (index > 0);
        return tree.Leaves[-index];
    }

    private float ValueOf(int feature, int at)
    {
        var table = _tilted[feature] ? _image.Tilted : _image.Sums;
        var corners = _corners.AsSpan(feature * RectanglesOfFeature * CornersOfRectangle, RectanglesOfFeature * CornersOfRectangle);
        var weights = _weights.AsSpan(feature * RectanglesOfFeature, RectanglesOfFeature);
        var value = (weights[0] * (table[at + corners[0]] - table[at + corners[1]] - table[at + corners[2]] + table[at + corners[3]]))
            + (weights[1] * (table[at + corners[4]] - table[at + corners[5]] - table[at + corners[6]] + table[at + corners[7]]));
        return weights[2] == 0
            ? value
            : value + (weights[2] * (table[at + corners[8]] - table[at + corners[9]] - table[at + corners[10]] + table[at + corners[11]]));
    }
}
