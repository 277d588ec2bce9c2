namespace PhotoFunctions.Functions.Storage.Links;

/// <summary>An address that opens one blob for a while. Whoever has it needs nothing else: never logged.</summary>
internal sealed record SignedLink(Uri Url, DateTimeOffset ExpiresAt);
