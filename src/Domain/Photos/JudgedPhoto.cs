using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>An upload after every check: acceptable or reviewable with its outputs, or faulty.</summary>
public sealed record JudgedPhoto
{
    /// <summary>The upload.</summary>
    public required UploadedPhoto Upload { get; init; }

    /// <summary>Every fault that was found; none for an acceptable or reviewable photo.</summary>
    public IReadOnlyList<Failure> Faults { get; init; } = [];

    /// <summary>What a person has to look at.</summary>
    public IReadOnlyList<Failure> Doubts { get; init; } = [];

    /// <summary>Remarks that do not count against the photo.</summary>
    public IReadOnlyList<Failure> Notes { get; init; } = [];

    /// <summary>The finished outputs; none when there are faults.</summary>
    public IReadOnlyList<NormalisedPhoto> Outputs { get; init; } = [];

    /// <summary>For the search for the same picture; null when it was not decoded.</summary>
    public PhotoFingerprint? Fingerprint { get; init; }

    /// <summary>The cohort's rule for when two pictures are the same one.</summary>
    public DuplicateRules Duplicates { get; init; } = PhotoSpecification.Default.Duplicates;

    /// <summary>Whether the photo passed every check.</summary>
    public bool IsAcceptable => Faults.Count == 0 && Doubts.Count == 0;

    /// <summary>Whether only a person can tell.</summary>
    public bool IsReviewable => Faults.Count == 0 && Doubts.Count > 0;

    /// <summary>Whether the file may not be decoded again: it is put apart, and says nothing about the student.</summary>
    public bool IsDangerous => Faults.Any(fault => fault.Code == FailureCodes.DecoderCrashed);

    /// <summary>Everything that was found.</summary>
    public IReadOnlyList<Failure> Findings => [.. Faults, .. Doubts, .. Notes];
}
