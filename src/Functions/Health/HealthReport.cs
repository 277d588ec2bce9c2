namespace PhotoFunctions.Functions.Health;

/// <summary>How the app's parts were when they were last asked.</summary>
internal sealed record HealthReport(IReadOnlyList<HealthReport.Part> Parts)
{
    /// <summary>Whether every part is well.</summary>
    public bool IsWell => Parts.All(part => part.Finding.State == HealthState.Ok);

    internal sealed record Part(string Name, HealthFinding Finding);
}
