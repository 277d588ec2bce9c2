namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>
/// Our own seeded generator: the seeds of drawings must give the same person on every runtime, which System.Random does not promise.
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>At least <paramref name="low"/>, below <paramref name="high"/>.</summary>
    public double Between(double low, double high) => low + ((high - low) * (Next() >> 11) / (1UL << 53));

    public bool Chance(double probability) => Between(0, 1) < probability;

    /// <summary>From 0 up to, not including, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)Between(0, count);

    public T Pick<T>(IReadOnlyList<T> values) => values[Below(values.Count)];
}
