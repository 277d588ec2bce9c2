using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Api;

/// <summary>Reads something of every teaching point of a cohort, a few partitions at a time.</summary>
internal static class EachTeachingPoint
{
    private const int PartitionsAtOnce = 8;

    /// <summary>In the order of the teaching points.</summary>
    public static async Task<T[]> ReadAsync<T>(
        IReadOnlyList<TeachingPoint> points, Func<TeachingPoint, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var results = new T[points.Count];
        await Parallel.ForAsync(
            0,
            points.Count,
            new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce, CancellationToken = cancellationToken },
            async (i, token) => results[i] = await read(points[i], token));
        return results;
    }
}
