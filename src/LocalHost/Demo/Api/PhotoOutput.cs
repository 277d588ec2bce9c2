namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record PhotoOutput(string Profile, string BlobName, int Bytes, int Width, int Height);
