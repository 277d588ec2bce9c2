namespace PhotoFunctions.Functions.Storage.Links;

/// <summary>A link that shows one picture of a photo: <c>original</c>, or an output by its profile's name.</summary>
internal sealed record PictureLink(string Picture, Uri Url, DateTimeOffset ExpiresAt);
