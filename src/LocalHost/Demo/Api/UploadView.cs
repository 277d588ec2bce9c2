namespace PhotoFunctions.LocalHost.Demo.Api;

/// <summary>What became of one upload, as the API lists it; its ETag tells which upload it was.</summary>
internal sealed record UploadView(string Etag, string FileName, string? StudentNumber, string Outcome, IReadOnlyList<FindingView> Findings);
