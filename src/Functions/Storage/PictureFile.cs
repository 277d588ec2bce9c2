namespace PhotoFunctions.Functions.Storage;

/// <summary>An opened picture, with a file name that holds no ID number.</summary>
internal sealed record PictureFile(Stream Content, string ContentType, string FileName, string Sha256);
