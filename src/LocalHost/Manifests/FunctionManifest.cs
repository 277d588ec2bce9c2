namespace PhotoFunctions.LocalHost.Manifests;

/// <summary>One folder with a function.json.</summary>
internal sealed record FunctionManifest
{
    public required string Name { get; init; }

    public required Trigger Trigger { get; init; }

    /// <summary>The name under which storage knows the function: receipts, timer status, poison messages.</summary>
    public string Id => $"Host.Functions.{Name}";

    public string LogCategory => $"Function.{Name}";
}
