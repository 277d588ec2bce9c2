namespace PhotoFunctions.LocalHost.Demo;

/// <summary>Cohorts to be set up and the photos to be uploaded to it: invented ones, or the user's.</summary>
internal sealed record DemoCase
{
    public IReadOnlyList<DemoCohort> Cohorts { get; init; } = [DemoCohort.Current];

    /// <summary>Code and name of each teaching point.</summary>
    public required IReadOnlyList<(string Code, string Name)> TeachingPoints { get; init; }

    public required byte[] Roster { get; init; }

    public required string RosterContentType { get; init; }

    public required IReadOnlyList<DemoUpload> Uploads { get; init; }

    /// <summary>An invented student whose photo never comes; null among the user's own.</summary>
    public string? Awaiting { get; init; }
}
