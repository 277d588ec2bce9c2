using System.Text.Json;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Api;

/// <summary>What became of one upload, as the API shows it: its name masked.</summary>
internal sealed record UploadView
{
    /// <summary>The ETag that the upload's PUT returned, without quotes.</summary>
    public required string Etag { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required string FileName { get; init; }

    public required string? StudentNumber { get; init; }

    public required string Outcome { get; init; }

    public required IReadOnlyList<FindingView> Findings { get; init; }

    public static UploadView Of(LedgerEntry entry) => new()
    {
        Etag = entry.ETag,
        UploadedAt = entry.UploadedAt,
        DecidedAt = entry.DecidedAt,
        FileName = entry.MaskedFileName,
        StudentNumber = entry.StudentNumber,
        Outcome = JsonNamingPolicy.KebabCaseLower.ConvertName(entry.Outcome.ToString()),
        Findings = [.. entry.Findings.Select(FindingView.Of)],
    };
}
