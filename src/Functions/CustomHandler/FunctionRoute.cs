namespace PhotoFunctions.Functions.CustomHandler;

/// <summary>Marks the endpoint of a function of the host, so that a test can hold endpoints against function.json files.</summary>
internal sealed record FunctionRoute(string Name);
