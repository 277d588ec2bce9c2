using System.Numerics;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>
/// Judges as many neighbouring windows at once as a vector of the processor has lanes. Single and double precision stand where OpenCV has
/// them: so the same windows pass.
/// </summary>
internal readonly ref struct CascadeEvaluation
{
    // A plain surface is no face.
    private const double PlainLimit = 0.1;
    private readonly ReadOnlySpan<int> _cells;
    private readonly ReadOnlySpan<int> _corners;
    private readonly ReadOnlySpan<float> _weights;
    private readonly int _toInner;
    private readonly int _toSquares;
    private readonly int _toInnerBottom;
    private readonly int _innerWidth;
    private readonly double _innerArea;
    private readonly Vector<float> _plainFrom;

    public CascadeEvaluation(Cascade cascade, CascadeLayout layout, IntegralImage image)
    {
        _cells = image.Cells;
        _corners = layout.Corners;
        _weights = layout.Weights;

        // The contrast is that of the window without its outermost pixels.
        _innerWidth = cascade.Width - 2;
        _innerArea = _innerWidth * (cascade.Height - 2);
        _toInner = image.Stride + 1;
        _toInnerBottom = image.Stride * (cascade.Height - 2);
        _toSquares = image.ToSquares;

        // The least single-precision number whose product with the area reaches the limit.
        var bound = (float)(PlainLimit / _innerArea);
        _plainFrom = new Vector<float>(bound * _innerArea < PlainLimit ? MathF.BitIncrement(bound) : bound);
    }

    /// <summary>What the features are multiplied with, so that contrast does not matter: the higher, the plainer is the window.</summary>
    public Vector<float> NormsAt(int at)
    {
        var inner = at + _toInner;
        var sums = Inner(inner);
        var squares = Inner(inner + _toSquares);
        Vector.Widen(sums, out var lowSums, out var highSums);
        Vector.Widen(squares, out var lowSquares, out var highSquares);
        return Vector.Narrow(Norms(lowSums, lowSquares), Norms(highSums, highSquares));
    }

    /// <summary>All bits of a lane are set where the window is not plain.</summary>
    public Vector<int> HaveContrast(Vector<float> norms) => Vector.LessThan(norms, _plainFrom);

    /// <summary>All bits of a lane are set where the window passes the stage.</summary>
    public Vector<int> PassingAt(int at, CascadeStage stage, Vector<float> norms)
    {
        var (low, high) = (Vector<double>.Zero, Vector<double>.Zero);
        Span<Vector<float>> scores = stackalloc Vector<float>[CascadeTree.MaxNodes];
        foreach (var tree in stage.Trees)
        {
            var nodes = tree.Nodes;
            for (var i = nodes.Length - 1; i >= 0; i--)
            {
                ref readonly var node = ref nodes[i];
                var isLess = Vector.LessThan(FeatureAt(at, node.Feature) * norms, new Vector<float>(node.Threshold));
                scores[i] = Vector.ConditionalSelect(
                    isLess,
                    node.Left > 0 ? scores[node.Left] : new Vector<float>(tree.Leaves[-node.Left]),
                    node.Right > 0 ? scores[node.Right] : new Vector<float>(tree.Leaves[-node.Right]));
            }

            Vector.Widen(scores[0], out var lower, out var higher);
            low += lower;
            high += higher;
        }

        var threshold = new Vector<double>(stage.Threshold);
        return Vector.Narrow(Vector.GreaterThanOrEqual(low, threshold), Vector.GreaterThanOrEqual(high, threshold));
    }

    private Vector<double> Norms(Vector<long> sums, Vector<long> squares)
    {
        var (sum, square) = (Vector.ConvertToDouble(sums), Vector.ConvertToDouble(squares));
        return Vector<double>.One / Vector.SquareRoot((square * _innerArea) - (sum * sum));
    }

    private Vector<int> Inner(int at) =>
        At(at) - At(at + _innerWidth) - At(at + _toInnerBottom) + At(at + _toInnerBottom + _innerWidth);

    private Vector<float> FeatureAt(int at, int feature)
    {
        var corners = _corners.Slice(feature * CascadeLayout.CornersOfFeature, CascadeLayout.CornersOfFeature);
        var weights = _weights.Slice(feature * CascadeLayout.RectanglesOfFeature, CascadeLayout.RectanglesOfFeature);
        var value = (RectangleAt(at, corners[0], corners[1], corners[2], corners[3]) * weights[0])
            + (RectangleAt(at, corners[4], corners[5], corners[6], corners[7]) * weights[1]);
        return weights[2] == 0 ? value : value + (RectangleAt(at, corners[8], corners[9], corners[10], corners[11]) * weights[2]);
    }

    private Vector<float> RectangleAt(int at, int one, int two, int three, int four) =>
        Vector.ConvertToSingle(At(at + one) - At(at + two) - At(at + three) + At(at + four));

    private Vector<int> At(int at) => new(_cells[at..]);
}
