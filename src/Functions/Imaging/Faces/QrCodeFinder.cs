namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>
/// Finds the three corner marks of a QR code: dark and light runs of 1 : 1 : 3 : 1 : 1, across and down, at the corners of a square that is
/// about half dark. It reads nothing. Source: ISO/IEC 18004, "Finder pattern".
/// </summary>
internal static class QrCodeFinder
{
    private const double Slack = 0.5;
    private const double LeastModule = 1.5;
    private const int LeastHits = 3;
    private const double HitsOfModule = 1.5;
    private const int MostMarks = 40;
    private const int SamplesOfSide = 32;
    private const double LeastDark = 0.25;
    private const double MostDark = 0.75;

    public static bool IsIn(GreyPlane picture)
    {
        var dark = Threshold(picture);
        var marks = MarksOf(dark, picture.Width, picture.Height).Where(mark => mark.Hits >= Math.Max(LeastHits, HitsOfModule * mark.Module))
            .OrderByDescending(mark => mark.Hits).Take(MostMarks).ToArray();
        for (var corner = 0; corner < marks.Length; corner++)
        {
            for (var one = 0; one < marks.Length; one++)
            {
                for (var other = 0; other < one; other++)
                {
                    if (one != corner && other != corner && marks[corner].IsCornerOf(marks[one], marks[other])
                        && DarkShare(dark, picture.Width, marks[corner], marks[one], marks[other]) is >= LeastDark and <= MostDark)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static List<QrMark> MarksOf(bool[] dark, int width, int height)
    {
        var marks = new List<QrMark>();
        for (var y = 0; y < height; y++)
        {
            foreach (var (x, module) in MarksAlong(dark, y * width, 1, width))
            {
                if (MarksAlong(dark, (int)x, width, height).Any(mark =>
                    Math.Abs(mark.Centre - y) <= 2 * module && mark.Module < 2 * module && module < 2 * mark.Module))
                {
                    Merge(marks, x, y, module);
                }
            }
        }

        return marks;
    }

    private static void Merge(List<QrMark> marks, double x, double y, double module)
    {
        var near = marks.FindIndex(mark => Math.Abs(mark.X - x) <= 3 * module && Math.Abs(mark.Y - y) <= 5 * module);
        if (near < 0)
        {
            marks.Add(new QrMark(x, y, module, 1));
        }
        else
        {
            var hits = marks[near].Hits;
            marks[near] = marks[near] with { Y = ((marks[near].Y * hits) + y) / (hits + 1), Hits = hits + 1 };
        }
    }

    private static List<(double Centre, double Module)> MarksAlong(bool[] dark, int start, int step, int length)
    {
        var found = new List<(double Centre, double Module)>();
        Span<int> runs = stackalloc int[5];
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

            runs[1..].CopyTo(runs);
            runs[4] = run;
            if (isDark && ModuleOf(runs) is { } module)
            {
                found.Add((i - runs[4] - runs[3] - (runs[2] / 2.0), module));
            }

            (isDark, run) = (now, 1);
        }

        return found;
    }

    private static double? ModuleOf(ReadOnlySpan<int> runs)
    {
        var module = (runs[0] + runs[1] + runs[2] + runs[3] + runs[4]) / 7.0;
        return module >= LeastModule && Near(runs[0], 1, module) && Near(runs[1], 1, module) && Near(runs[2], 3, module)
            && Near(runs[3], 1, module) && Near(runs[4], 1, module) ? module : null;
    }

    private static bool Near(int run, int modules, double module) => Math.Abs(run - (modules * module)) <= modules * Slack * module;

    private static double DarkShare(bool[] dark, int width, QrMark corner, QrMark one, QrMark other)
    {
        var (count, inside) = (0, 0);
        for (var i = 0; i < SamplesOfSide * SamplesOfSide; i++)
        {
            var (u, v) = ((i % SamplesOfSide) / (SamplesOfSide - 1.0), (i / SamplesOfSide) / (SamplesOfSide - 1.0));
            var x = (int)(corner.X + (u * (one.X - corner.X)) + (v * (other.X - corner.X)));
            var y = (int)(corner.Y + (u * (one.Y - corner.Y)) + (v * (other.Y - corner.Y)));
            if (x >= 0 && x < width && y >= 0 && y < dark.Length / width)
            {
                inside++;
                count += dark[(y * width) + x] ? 1 : 0;
            }
        }

        return (double)count / inside;
    }

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
