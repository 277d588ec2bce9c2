namespace PhotoFunctions.LocalHost.Manifests;

internal sealed record QueueTrigger : Trigger
{
    public required string QueueName { get; init; }

    public required string ConnectionString { get; init; }
}
