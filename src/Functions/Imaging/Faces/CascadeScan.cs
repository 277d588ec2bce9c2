using System.Numerics;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>Slides a cascade's window over one scaled picture, row by row.</summary>
internal sealed class CascadeScan(Cascade cascade, CascadeLayout layout, IntegralImage image)
{
    private const int Passed = -1;
    private const int Failed = 0;
    private const int Plain = 1;
    private static readonly int Lanes = Vector<int>.Count;

    /// <summary>The places of the windows that pass every stage, of so many across and down.</summary>
    public List<(int X, int Y)> Run(int across, int down, int step)
    {
        var found = new List<(int X, int Y)>();
        var evaluation = new CascadeEvaluation(cascade, layout, image);
        var norms = new float[across + Lanes];
        var verdicts = new int[across + Lanes];
        var open = new int[across + Lanes];
        for (var y = 0; y < down; y += step)
        {
            var row = y * image.Stride;
            JudgeFirstStage(evaluation, row, across, norms, verdicts);
            Walk(verdicts.AsSpan(0, across), step, open);
            for (var stage = 1; stage < cascade.Stages.Length && open.Contains(Passed); stage++)
            {
                Narrow(evaluation, row, cascade.Stages[stage], norms, open);
            }

            for (var x = Next(open, 0); x < open.Length; x = Next(open, x + 1))
            {
                found.Add((x, y));
            }
        }

        return found;
    }

    private void JudgeFirstStage(in CascadeEvaluation evaluation, int row, int across, float[] norms, int[] verdicts)
    {
        for (var x = 0; x < across; x += Lanes)
        {
            var norm = evaluation.NormsAt(row + x);
            var haveContrast = evaluation.HaveContrast(norm);
            var passing = haveContrast == Vector<int>.Zero ? haveContrast : evaluation.PassingAt(row + x, cascade.Stages[0], norm);
            Vector.ConditionalSelect(haveContrast, passing, new Vector<int>(Plain)).CopyTo(verdicts, x);
            norm.CopyTo(norms, x);
        }
    }

    // As OpenCV has it: after a window that fails the first stage the next one is not looked at. A plain one lets the next one stand.
    private static void Walk(ReadOnlySpan<int> verdicts, int step, Span<int> open)
    {
        open.Clear();
        for (var x = 0; x < verdicts.Length; x += step)
        {
            if (verdicts[x] == Passed)
            {
                open[x] = Passed;
            }
            else if (verdicts[x] == Failed)
            {
                x += step;
            }
        }
    }

    // Lays the lanes anew for every stage, from open window to open window: the fewer are left, the further they lie apart.
    private static void Narrow(in CascadeEvaluation evaluation, int row, CascadeStage stage, float[] norms, int[] open)
    {
        for (var x = Next(open, 0); x < open.Length; x = Next(open, x + Lanes))
        {
            var passing = evaluation.PassingAt(row + x, stage, new Vector<float>(norms, x));
            (passing & new Vector<int>(open, x)).CopyTo(open, x);
        }
    }

    // The next open window, or the end.
    private static int Next(int[] open, int from)
    {
        var distance = open.AsSpan(from).IndexOf(Passed);
        return distance < 0 ? open.Length : from + distance;
    }
}
