namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>Finds the three corner marks of a QR code: dark and light runs of 1 : 1 : 3 : 1 : 1, across and down. It reads nothing.</summary>
internal static class QrCodeFinder
{
    private const int MarksOfCode = 3;
    private const double Slack = 0.5;
    private const int LeastModule = 1;

    public static bool IsIn(GreyPlane picture)
    {
        var dark = Threshold(picture);
        var marks = new List<(double X, double Y, double Module, int Hits)>();
        for (var y = 0; y < picture.Height; y++)
        {
            foreach (var (centre, module) in MarksAlong(dark, y * picture.Width, 1, picture.Width))
            {
                var column = (int)centre;
                if (MarksAlong(dark, column, picture.Width, picture.Height).Any(mark =>
                    Math.Abs(mark.Centre - y) <= 2 * module && mark.Module < 2 * module && module < 2 * mark.Module))
                {
                    Merge(marks, centre, y, module);
                }
            }
        }

        return marks.Count(mark => mark.Hits >= Math.Max(2, mark.Module)) is >= MarksOfCode and <= MarksOfCode + 2;
    }

    private static void Merge(List<(double X, double Y, double Module, int Hits)> marks, double x, double y, double module)
    {
        var near = marks.FindIndex(mark => Math.Abs(mark.X - x) <= 3 * module && Math.Abs(mark.Y - y) <= 5 * module);
        if (near < 0)
        {
            marks.Add((x, y, module, 1));
        }
        else
        {
            marks[near] = marks[near] with { Hits = marks[near].Hits + 1 };
        }
    }

    private static IEnumerable<(double Centre, double Module)> MarksAlong(bool[] dark, int start, int step, int length)
    {
        var runs = new int[5];
        var isDark = false;
        var run = 0;
        for (var i = 0; i <= length; i++)
        {
            var now = i < length && dark[start + (i * step)];
            if (i < length && now == isDark)
            {
                run++;
                continue;
            }

            Array.Copy(runs, 1, runs, 0, 4);
            runs[4] = run;
            if (isDark && IsMark(runs))
            {
                yield return (i - runs[4] - runs[3] - (runs[2] / 2.0), runs.Sum() / 7.0);
            }

            (isDark, run) = (now, 1);
        }
    }

    private static bool IsMark(int[] runs)
    {
        var module = runs.Sum() / 7.0;
        return module >= LeastModule && runs[0] > 0 && Near(runs[0], module) && Near(runs[1], module)
            && Math.Abs(runs[2] - (3 * module)) <= 3 * Slack * module && Near(runs[3], module) && Near(runs[4], module);
    }

    private static bool Near(int run, double module) => Math.Abs(run - module) <= Slack * module;

    // Half-way between the darkest and the lightest twentieth: a code is printed in black on white.
    private static bool[] Threshold(GreyPlane picture)
    {
        Span<int> counts = stackalloc int[256];
        foreach (var value in picture.Pixels)
        {
            counts[value]++;
        }

        var limit = (Percentile(counts, picture.Pixels.Length / 20) + Percentile(counts, picture.Pixels.Length - (picture.Pixels.Length / 20))) / 2;
        return Array.ConvertAll(picture.Pixels, value => value < limit);
    }

    private static int Percentile(ReadOnlySpan<int> counts, int wanted)
    {
        var value = 0;
        while (value < 255 && wanted >= counts[value])
        {
            wanted -= counts[value++];
        }

        return value;
    }
}
