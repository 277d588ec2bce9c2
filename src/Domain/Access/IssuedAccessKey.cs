namespace PhotoFunctions.Domain.Access;

/// <summary>A new key with the text that is shown this once.</summary>
/// <param name="Key">The key as it is kept.</param>
/// <param name="Token">What its holder sends.</param>
public sealed record IssuedAccessKey(AccessKey Key, AccessKeyToken Token);
