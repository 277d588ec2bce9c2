using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging.Checks;

/// <summary>The low frequencies of a picture, as bits above or below their median: 8×8 of them, and 16×16.</summary>
internal static class FingerprintCheck
{
    private const int Size = 64;
    private const int Block = 16;
    private const int CoarseSize = 32;
    private const int CoarseBlock = 8;
    private static readonly float[] WavesOfSize = Waves(Size, Block);
    private static readonly float[] WavesOfCoarseSize = Waves(CoarseSize, CoarseBlock);

    public static PhotoFingerprint Measure(GreyPlane picture)
    {
        var halved = picture.HalveTowards(Size, Size);
        var fine = BitsOf(halved.Resize(Size, Size), Block, WavesOfSize);
        var coarse = BitsOf(halved.Resize(CoarseSize, CoarseSize), CoarseBlock, WavesOfCoarseSize);
        return PhotoFingerprint.Of(coarse[0], fine);
    }

    private static ulong[] BitsOf(GreyPlane plane, int block, float[] waves)
    {
        var frequencies = LowFrequencies(plane, block, waves);

        // The mean brightness says nothing of the picture.
        var sorted = frequencies[1..].Order().ToArray();
        var median = sorted[sorted.Length / 2];
        var bits = new ulong[block * block / 64];
        for (var i = 0; i < frequencies.Length; i++)
        {
            bits[i / 64] |= frequencies[i] > median ? 1UL << (63 - (i % 64)) : 0;
        }

        return bits;
    }

    private static float[] LowFrequencies(GreyPlane plane, int block, float[] waves)
    {
        var size = plane.Width;
        var rows = new float[size * block];
        for (var y = 0; y < size; y++)
        {
            var line = plane.Row(y);
            for (var u = 0; u < block; u++)
            {
                var wave = waves.AsSpan(u * size, size);
                var sum = 0f;
                for (var x = 0; x < line.Length; x++)
                {
                    sum += line[x] * wave[x];
                }

                rows[(y * block) + u] = sum;
            }
        }

        var frequencies = new float[block * block];
        for (var v = 0; v < block; v++)
        {
            for (var y = 0; y < size; y++)
            {
                for (var u = 0; u < block; u++)
                {
                    frequencies[(v * block) + u] += rows[(y * block) + u] * waves[(v * size) + y];
                }
            }
        }

        return frequencies;
    }

    private static float[] Waves(int size, int block)
    {
        var waves = new float[block * size];
        for (var u = 0; u < block; u++)
        {
            for (var x = 0; x < size; x++)
            {
                waves[(u * size) + x] = (float)Math.Cos(Math.PI * u * ((2 * x) + 1) / (2 * size));
            }
        }

        return waves;
    }
}
