namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record StudentPhoto(IReadOnlyList<PhotoOutput> Outputs);
