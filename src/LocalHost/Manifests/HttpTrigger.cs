namespace PhotoFunctions.LocalHost.Manifests;

internal sealed record HttpTrigger : Trigger
{
    public required string Route { get; init; }

    /// <summary>Empty: every method.</summary>
    public required IReadOnlyList<string> Methods { get; init; }
}
