namespace PhotoFunctions.LocalHost.Demo;

/// <summary>What a run of the demo was asked for.</summary>
internal sealed record DemoOptions
{
    public required HostOptions Host { get; init; }

    /// <summary>End when the pipeline is quiet, instead of serving on.</summary>
    public required bool Exit { get; init; }

    /// <summary>The user's roster, csv or xlsx; null for invented students.</summary>
    public FileInfo? Roster { get; init; }

    /// <summary>The user's photos; null together with <see cref="Roster"/>.</summary>
    public DirectoryInfo? Photos { get; init; }

    /// <summary>Where the finished photos go; null for a folder named after the cohort.</summary>
    public DirectoryInfo? Out { get; init; }

    /// <summary>The cohort's code; null for a new one.</summary>
    public string? Cohort { get; init; }

    public required int Students { get; init; }

    public required ulong Seed { get; init; }
}
