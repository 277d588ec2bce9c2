using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>An upload after every check: acceptable with its outputs, or not with its faults.</summary>
public sealed record JudgedPhoto
{
    /// <summary>The upload.</summary>
    public required UploadedPhoto Upload { get; init; }

    /// <summary>Every fault that was found; none for an acceptable photo.</summary>
    public IReadOnlyList<Failure> Faults { get; init; } = [];

    /// <summary>Remarks that do not count against the photo.</summary>
    public IReadOnlyList<Failure> Notes { get; init; } = [];

    /// <summary>The finished outputs; none when there are faults.</summary>
    public IReadOnlyList<NormalisedPhoto> Outputs { get; init; } = [];

    /// <summary>Whether the photo passed every check.</summary>
    public bool IsAcceptable => Faults.Count == 0;
}
