using System.Numerics;

using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging.Checks;

/// <summary>How sharp the face is, by its edges (the Laplacian) and by what a blur takes from them.</summary>
internal static class SharpnessCheck
{
    private const int RatioSize = 200;
    private const int VarianceSize = 160;
    private const double Sigma = 1.5;
    private static readonly float[] Kernel = MakeKernel();

    public static SharpnessFacts Measure(GreyPlane face)
    {
        var plane = face.Resize(RatioSize, RatioSize);
        var pixels = Array.ConvertAll(plane.Pixels, value => (float)value);
        var before = EdgeVariance(pixels, RatioSize);
        var after = EdgeVariance(Blur(pixels, RatioSize), RatioSize);
        var small = face.Resize(VarianceSize, VarianceSize);
        return new SharpnessFacts(
            before > 0 ? Math.Sqrt(after / before) : 1, EdgeVariance(Array.ConvertAll(small.Pixels, value => (float)value), VarianceSize));
    }

    private static double EdgeVariance(ReadOnlySpan<float> pixels, int size)
    {
        double sum = 0, squares = 0;
        for (var y = 1; y < size - 1; y++)
        {
            var above = pixels.Slice((y - 1) * size, size);
            var middle = pixels.Slice(y * size, size);
            var below = pixels.Slice((y + 1) * size, size);
            for (var x = 1; x < middle.Length - 1; x++)
            {
                var edge = above[x] + below[x] + middle[x - 1] + middle[x + 1] - (4 * middle[x]);
                sum += edge;
                squares += edge * edge;
            }
        }

        var count = (size - 2.0) * (size - 2.0);
        return (squares / count) - (sum / count * (sum / count));
    }

    // Across and then down; the outermost pixels are repeated beyond the edges.
    private static float[] Blur(ReadOnlySpan<float> pixels, int size)
    {
        var (across, down) = (new float[pixels.Length], new float[pixels.Length]);
        var radius = Kernel.Length / 2;
        Span<float> wide = new float[size + (2 * radius)];
        for (var y = 0; y < size; y++)
        {
            var line = pixels.Slice(y * size, size);
            wide[..radius].Fill(line[0]);
            line.CopyTo(wide[radius..]);
            wide[(radius + size)..].Fill(line[^1]);
            for (var k = 0; k < Kernel.Length; k++)
            {
                AddScaled(across.AsSpan(y * size, size), wide.Slice(k, size), Kernel[k]);
            }
        }

        for (var y = 0; y < size; y++)
        {
            for (var k = 0; k < Kernel.Length; k++)
            {
                AddScaled(down.AsSpan(y * size, size), across.AsSpan(Math.Clamp(y + k - radius, 0, size - 1) * size, size), Kernel[k]);
            }
        }

        return down;
    }

    private static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float weight)
    {
        var x = 0;
        for (; x <= target.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            (new Vector<float>(target[x..]) + (new Vector<float>(source[x..]) * weight)).CopyTo(target[x..]);
        }

        for (; x < target.Length; x++)
        {
            target[x] += source[x] * weight;
        }
    }

    private static float[] MakeKernel()
    {
        var weights = Enumerable.Range(-4, 9).Select(x => Math.Exp(-x * x / (2 * Sigma * Sigma))).ToArray();
        return [.. weights.Select(weight => (float)(weight / weights.Sum()))];
    }
}
