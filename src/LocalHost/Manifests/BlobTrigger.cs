namespace PhotoFunctions.LocalHost.Manifests;

internal sealed record BlobTrigger : Trigger
{
    public required BlobPathPattern Path { get; init; }

    /// <summary>Whether in Azure an event subscription calls it. No event comes here: the container is polled instead.</summary>
    public required bool ListensToEventGrid { get; init; }

    public required string ConnectionString { get; init; }
}
