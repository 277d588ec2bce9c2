namespace PhotoFunctions.Domain.Photos;

/// <summary>A file that somebody wants to upload, as they say it is.</summary>
/// <param name="Name">Its name below the teaching point, with any folders. Sensitive: it holds an ID number.</param>
/// <param name="Bytes">Its length.</param>
public sealed record OfferedFile(string? Name, long? Bytes);
