using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Upkeep;

/// <summary>What a walk over a cohort tells about a student's photo; never who the student is.</summary>
public sealed record StudentPicture
{
    /// <summary>The student.</summary>
    public required StudentKey Student { get; init; }

    /// <summary>采集: where the photo stands.</summary>
    public required CollectionStatus Collection { get; init; }

    /// <summary>When the photo was uploaded; null until one was decided.</summary>
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>For the search for the same picture; null when none was decoded.</summary>
    public PhotoFingerprint? Fingerprint { get; init; }

    /// <summary>Whether a person found the photo good.</summary>
    public bool IsApprovedByPerson { get; init; }

    /// <summary>The finished outputs.</summary>
    public IReadOnlyList<StoredOutput> Outputs { get; init; } = [];
}
