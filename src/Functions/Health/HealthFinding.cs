namespace PhotoFunctions.Functions.Health;

/// <summary>How one part is, and what to do when it is not well; no addresses, accounts or keys.</summary>
internal sealed record HealthFinding(HealthState State, string? What = null)
{
    public static HealthFinding Ok { get; } = new(HealthState.Ok);
}
