using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;

namespace PhotoFunctions.Domain.Photos;

/// <summary>The photo that a student's collection status is about.</summary>
public sealed record DecidedPhoto
{
    /// <summary>The upload version it came from.</summary>
    public required UploadVersion Source { get; init; }

    /// <summary>SHA-256 of the original; null when the file was too large to be read.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>Codes of the faults for which it was rejected; none for an accepted photo.</summary>
    public IReadOnlyList<string> FaultCodes { get; init; } = [];

    /// <summary>Codes of what a person has to look at; none for an accepted photo.</summary>
    public IReadOnlyList<string> DoubtCodes { get; init; } = [];

    /// <summary>Everything that was found when it was decided, in words, with what was expected and measured.</summary>
    public IReadOnlyList<Failure> Findings { get; init; } = [];

    /// <summary>For the search for the same picture; null when it was not decoded.</summary>
    public PhotoFingerprint? Fingerprint { get; init; }

    /// <summary>The finished outputs; none for a photo that the pipeline rejected, unless somebody appeals.</summary>
    public IReadOnlyList<StoredOutput> Outputs { get; init; } = [];

    /// <summary>When it was accepted for the first time; null while it never was. Taking it back does not take that back.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The last that a person decided about it; null while only the pipeline has.</summary>
    public ReviewAct? Review { get; init; }

    /// <summary>Whether a person found it good: then no other upload takes its place.</summary>
    public bool IsApprovedByPerson => Review?.Event is CollectionEvent.ReviewApproved or CollectionEvent.AppealGranted;

    /// <summary>Codes of what keeps it from being accepted: its faults, or, when it has none, what a person has to look at.</summary>
    public IReadOnlyList<string> CodesAgainst => FaultCodes.Count > 0 ? FaultCodes : DoubtCodes;
}
