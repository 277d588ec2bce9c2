namespace PhotoFunctions.LocalHost.Manifests;

internal sealed record BlobTrigger : Trigger
{
    public required BlobPathPattern Path { get; init; }

    public required string ConnectionString { get; init; }
}
