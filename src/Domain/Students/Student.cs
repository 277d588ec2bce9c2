using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Review;

namespace PhotoFunctions.Domain.Students;

/// <summary>A student of a cohort: who it is, and where the three tracks stand.</summary>
public sealed record Student
{
    /// <summary>Where the student is kept.</summary>
    public required StudentKey Key { get; init; }

    /// <summary>What the roster says about the person.</summary>
    public required StudentProfile Profile { get; init; }

    /// <summary>When the student was enrolled.</summary>
    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>采集: where the photo stands.</summary>
    public CollectionStatus Collection { get; init; } = CollectionStatus.Awaiting;

    /// <summary>Since when the collection stands there.</summary>
    public required DateTimeOffset CollectionSince { get; init; }

    /// <summary>校对: where the proofing stands.</summary>
    public ProofingStatus Proofing { get; init; } = ProofingStatus.NotDue;

    /// <summary>身份核验: where the verification stands.</summary>
    public VerificationStatus Verification { get; init; } = VerificationStatus.Pending;

    /// <summary>The photo that the collection status is about; null until one was decided.</summary>
    public DecidedPhoto? Photo { get; init; }

    /// <summary>The photos that a person refused, also when others came after them: the same bytes are not judged anew.</summary>
    public IReadOnlyList<RefusedPhoto> RefusedPhotos { get; init; } = [];

    /// <summary>Why a person has to look; null while nobody has to.</summary>
    public ReviewKind? Review =>
        Collection != CollectionStatus.InReview ? null
        : Photo?.Review?.Event == CollectionEvent.AppealOpened ? ReviewKind.Appeal
        : ReviewKind.Findings;

    /// <summary>The stage shown to people.</summary>
    public StudentStage Stage => StudentLifecycle.StageOf(Collection, Proofing, Verification);
}
