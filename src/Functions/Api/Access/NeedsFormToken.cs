namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Marks an endpoint whose form needs a token although nobody has signed in yet.</summary>
internal sealed record NeedsFormToken;
