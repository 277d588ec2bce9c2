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
            for (var x = 0; x < across; x += Lanes)
            {
                var passing = new Vector<int>(open, x);
                for (var stage = 1; stage < cascade.Stages.Length && passing != Vector<int>.Zero; stage++)
                {
                    passing &= evaluation.PassingAt(row + x, cascade.Stages[stage], new Vector<float>(norms, x));
                }

                AddLanes(passing, x, y, found);
            }
        }

        return found;
    }

    private void JudgeFirstStage(in CascadeEvaluation evaluation, int row, int across, float[] norms, int[] verdicts)
    {
        for (var x = 0; x < across; x += Lanes)
        {
            var norm = evaluation.NormsAt(row + x);
            norm.CopyTo(norms, x);
            var passing = evaluation.PassingAt(row + x, cascade.Stages[0], norm);
            Vector.ConditionalSelect(evaluation.HaveContrast(norm), passing, new Vector<int>(Plain)).CopyTo(verdicts, x);
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

    private static void AddLanes(Vector<int> passing, int x, int y, List<(int X, int Y)> found)
    {
        for (var lane = 0; passing != Vector<int>.Zero && lane < Lanes; lane++)
        {
            if (passing[lane] == Passed)
            {
                found.Add((x + lane, y));
            }
        }
    }
}
