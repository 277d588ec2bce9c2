namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>What a worker process found, in a line of JSON.</summary>
internal sealed record WorkerAnswer
{
    /// <summary>Processor time of the whole process per photo, user and system.</summary>
    public double CpuMilliseconds { get; init; }

    /// <summary>The most memory that the process held since the kind of photo began.</summary>
    public long PeakBytes { get; init; }

    /// <summary>What was written last, by the order of the profiles.</summary>
    public IReadOnlyList<WorkerOutput> Outputs { get; init; } = [];
}
