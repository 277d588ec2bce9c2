namespace PhotoFunctions.LocalHost.Demo;

/// <summary>One upload of the demo, and what must become of it.</summary>
internal sealed record DemoUpload
{
    /// <summary>What it is, in a word or two, for the table.</summary>
    public required string What { get; init; }

    /// <summary>The blob's name below the cohort: <c>TP001/…/ID.jpg</c>. Personal: never printed.</summary>
    public required string Path { get; init; }

    /// <summary>The end of the code of the cohort that it is sent to.</summary>
    public string CohortSuffix { get; init; } = DemoCohort.Current.Suffix;

    /// <summary>Whether it is sent only when the others are decided.</summary>
    public bool IsFollowUp { get; init; }

    /// <summary>Draws or reads the file.</summary>
    public required Func<CancellationToken, Task<byte[]>> ContentAsync { get; init; }

    /// <summary>The outcome that is right; null when nobody knows, as for the user's own files.</summary>
    public string? ExpectedOutcome { get; init; }

    /// <summary>The code that must be among the findings; null when none is asked for.</summary>
    public string? ExpectedCode { get; init; }
}
