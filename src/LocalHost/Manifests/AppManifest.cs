namespace PhotoFunctions.LocalHost.Manifests;

/// <summary>The whole function app, as its folder describes it.</summary>
internal sealed record AppManifest
{
    public required string Root { get; init; }

    public required HostManifest Host { get; init; }

    public required IReadOnlyList<FunctionManifest> Functions { get; init; }
}
