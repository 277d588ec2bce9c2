using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>
/// Judges as many neighbouring windows at once as a vector of the processor has lanes. Single and double precision stand where OpenCV has
/// them: so the same windows pass.
/// </summary>
internal readonly ref struct CascadeEvaluation
{
    // A plain surface is no face.
    private const double PlainLimit = 0.1;
    private readonly CascadeLayout _layout;
    private readonly ReadOnlySpan<int> _cells;
    private readonly int _toInner;
    private readonly int _toSquares;
    private readonly int _toInnerBottom;
    private readonly int _innerWidth;
    private readonly double _innerArea;
    private readonly Vector<float> _plainFrom;

    public CascadeEvaluation(Cascade cascade, CascadeLayout layout, IntegralImage image)
    {
        _layout = layout;
        _cells = image.Cells;

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
        ref var window = ref WindowAt(at);
        Vector.Widen(Inner(ref window, _toInner), out var lowSums, out var highSums);
        Vector.Widen(Inner(ref window, _toInner + _toSquares), out var lowSquares, out var highSquares);
        return Vector.Narrow(Norms(lowSums, lowSquares), Norms(highSums, highSquares));
    }

    /// <summary>All bits of a lane are set where the window is not plain.</summary>
    public Vector<int> HaveContrast(Vector<float> norms) => Vector.LessThan(norms, _plainFrom);

    /// <summary>All bits of a lane are set where the window passes the stage.</summary>
    public Vector<int> PassingAt(int at, CascadeStage stage, Vector<float> norms)
    {
        ref var window = ref WindowAt(at);
        var (low, high) = (Vector<double>.Zero, Vector<double>.Zero);

        // The root has the number zero, and is nobody's branch: its place stays empty for those that lead to a leaf.
        Span<Vector<float>> scores = stackalloc Vector<float>[CascadeTree.MaxNodes];
        foreach (var tree in stage.Trees)
        {
            for (var i = tree.Nodes.Length - 1; i > 0; i--)
            {
                scores[i] = ScoreOf(ref window, in tree.Nodes[i], norms, scores);
            }

            Vector.Widen(ScoreOf(ref window, in tree.Nodes[0], norms, scores), out var lower, out var higher);
            low += lower;
            high += higher;
        }

        var threshold = new Vector<double>(stage.Threshold);
        return Vector.Narrow(Vector.GreaterThanOrEqual(low, threshold), Vector.GreaterThanOrEqual(high, threshold));
    }

    private ref int WindowAt(int at) => ref MemoryMarshal.GetReference(_cells.Slice(at, _layout.Reach));

    private Vector<double> Norms(Vector<long> sums, Vector<long> squares)
    {
        var (sum, square) = (Vector.ConvertToDouble(sums), Vector.ConvertToDouble(squares));
        return Vector<double>.One / Vector.SquareRoot((square * _innerArea) - (sum * sum));
    }

    private Vector<int> Inner(ref int window, int place) =>
        Rectangle(ref window, place, place + _innerWidth, place + _toInnerBottom, place + _toInnerBottom + _innerWidth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<float> ScoreOf(ref int window, in CascadeNode node, Vector<float> norms, ReadOnlySpan<Vector<float>> scores)
    {
        var corners = _layout.Corners.AsSpan(node.Feature * CascadeLayout.CornersOfFeature, CascadeLayout.CornersOfFeature);
        var weights = _layout.Weights.AsSpan(node.Feature * CascadeLayout.RectanglesOfFeature, CascadeLayout.RectanglesOfFeature);
        var value = (Vector.ConvertToSingle(Rectangle(ref window, corners[0], corners[1], corners[2], corners[3])) * weights[0])
            + (Vector.ConvertToSingle(Rectangle(ref window, corners[4], corners[5], corners[6], corners[7])) * weights[1]);
        if (weights[2] != 0)
        {
            value += Vector.ConvertToSingle(Rectangle(ref window, corners[8], corners[9], corners[10], corners[11])) * weights[2];
        }

        return Vector.ConditionalSelect(
            Vector.LessThan(value * norms, new Vector<float>(node.Threshold)),
            scores[node.Left.Node] + new Vector<float>(node.Left.Leaf),
            scores[node.Right.Node] + new Vector<float>(node.Right.Leaf));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Rectangle(ref int window, int one, int two, int three, int four) =>
        Load(ref window, one) - Load(ref window, two) - Load(ref window, three) + Load(ref window, four);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Load(ref int window, int place) => Vector.LoadUnsafe(ref window, (nuint)place);
}
