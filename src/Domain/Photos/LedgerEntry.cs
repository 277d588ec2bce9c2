using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>What the ledger says of one upload version, for the people who wait for an answer.</summary>
public sealed record LedgerEntry
{
    /// <summary>The version's ETag, without quotes; the uploader knows its own.</summary>
    public required string ETag { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The file name, masked.</summary>
    public required string MaskedFileName { get; init; }

    /// <summary>The student number; null when the upload matched nobody.</summary>
    public string? StudentNumber { get; init; }

    /// <summary>What became of it.</summary>
    public required UploadOutcome Outcome { get; init; }

    /// <summary>Faults, notes, or the reason why it was not used.</summary>
    public required IReadOnlyList<Failure> Findings { get; init; }
}
