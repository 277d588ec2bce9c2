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

    private static double EdgeVariance(float[] pixels, int size)
    {
        double sum = 0, squares = 0;
        for (var y = 1; y < size - 1; y++)
        {
            for (var x = 1; x < size - 1; x++)
            {
                var at = (y * size) + x;
                var edge = pixels[at - size] + pixels[at + size] + pixels[at - 1] + pixels[at + 1] - (4 * pixels[at]);
                sum += edge;
                squares += edge * edge;
            }
        }

        var count = (size - 2.0) * (size - 2.0);
        return (squares / count) - (sum / count * (sum / count));
    }

    private static float[] Blur(float[] pixels, int size) => BlurOnce(BlurOnce(pixels, size, 1), size, size);

    private static float[] BlurOnce(float[] pixels, int size, int step)
    {
        var blurred = new float[pixels.Length];
        var radius = Kernel.Length / 2;
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var (along, line) = step == 1 ? (x, y * size) : (y, x);
                var sum = 0f;
                for (var k = -radius; k <= radius; k++)
                {
                    sum += Kernel[k + radius] * pixels[line + (Math.Clamp(along + k, 0, size - 1) * step)];
                }

                blurred[(y * size) + x] = sum;
            }
        }

        return blurred;
    }

    private static float[] MakeKernel()
    {
        var weights = Enumerable.Range(-4, 9).Select(x => Math.Exp(-x * x / (2 * Sigma * Sigma))).ToArray();
        return [.. weights.Select(weight => (float)(weight / weights.Sum()))];
    }
}
