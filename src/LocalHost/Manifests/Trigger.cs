namespace PhotoFunctions.LocalHost.Manifests;

/// <summary>What wakes a function.</summary>
internal abstract record Trigger
{
    /// <summary>The binding's <c>name</c>: the key under which the payload carries the data.</summary>
    public required string BindingName { get; init; }
}
