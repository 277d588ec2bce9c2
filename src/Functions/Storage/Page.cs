namespace PhotoFunctions.Functions.Storage;

/// <summary>One page of a list, with the opaque token of the next one; null at the end.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Continuation);
