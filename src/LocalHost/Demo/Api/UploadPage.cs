namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record UploadPage(IReadOnlyList<UploadView> Items, string? Continuation);
