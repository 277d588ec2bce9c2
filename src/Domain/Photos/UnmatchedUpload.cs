using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>An upload that matched no student; its content waits in quarantine.</summary>
public sealed record UnmatchedUpload
{
    /// <summary>The upload version.</summary>
    public required UploadVersion Version { get; init; }

    /// <summary>The known teaching point that it was sent to; null when the path names none.</summary>
    public TeachingPoint? Place { get; init; }

    /// <summary>The ID number in its name, if there is one: a later roster may know it.</summary>
    public NationalId? NationalId { get; init; }

    /// <summary>The file name for people, masked.</summary>
    public required string MaskedFileName { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it matched nobody.</summary>
    public required Failure Reason { get; init; }
}
