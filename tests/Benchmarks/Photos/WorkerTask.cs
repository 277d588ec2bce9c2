namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>What a worker process is asked for, in a line of JSON.</summary>
internal sealed record WorkerTask
{
    /// <summary>The photo.</summary>
    public string File { get; init; } = "";

    /// <summary>How often it is read and written.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Whether the picture is checked as well.</summary>
    public bool Checks { get; init; }

    /// <summary>Whether another kind of photo begins: memory is counted from here.</summary>
    public bool IsFirst { get; init; }
}
