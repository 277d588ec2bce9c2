using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
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

    /// <summary>The teaching point from which the student came; null while the student never moved.</summary>
    public TeachingPointCode? MovedFrom { get; init; }

    /// <summary>When the student came from there; null while the student never moved.</summary>
    public DateTimeOffset? MovedOn { get; init; }

    /// <summary>采集: where the photo stands.</summary>
    public CollectionStatus Collection { get; init; } = CollectionStatus.Awaiting;

    /// <summary>Since when the collection stands there.</summary>
    public required DateTimeOffset CollectionSince { get; init; }

    /// <summary>校对: where the proofing stands.</summary>
    public ProofingStatus Proofing { get; init; } = ProofingStatus.NotDue;

    /// <summary>Since when the proofing stands there; null while it never moved.</summary>
    public DateTimeOffset? ProofingSince { get; init; }

    /// <summary>The day (UTC+8) from which the wait for the picture counts; null until the proofing fell due.</summary>
    public DateOnly? ProofingStartsOn { get; init; }

    /// <summary>The newest that is known about the proofing from outside.</summary>
    public KnownResult<ProofingStatus>? ProofingResult { get; init; }

    /// <summary>The day (UTC+8) on which the capture unit approved the photo; null while it has not said so.</summary>
    public DateOnly? CaptureApprovedOn { get; init; }

    /// <summary>身份核验: where the verification stands.</summary>
    public VerificationStatus Verification { get; init; } = VerificationStatus.Pending;

    /// <summary>Since when the verification stands there; null while it never moved.</summary>
    public DateTimeOffset? VerificationSince { get; init; }

    /// <summary>The newest that is known about the verification from outside.</summary>
    public KnownResult<VerificationStatus>? VerificationResult { get; init; }

    /// <summary>补采: whether an earlier photo failed the verification, so that this student has to have another one taken.</summary>
    public bool MustRecapture { get; init; }

    /// <summary>Since when the student wants no mails but those about a verification that did not pass; null while all are welcome.</summary>
    public DateTimeOffset? OptedOutSince { get; init; }

    /// <summary>The photo that the collection status is about; null until one was decided.</summary>
    public DecidedPhoto? Photo { get; init; }

    /// <summary>The photos that a person refused, also when others came after them: the same bytes are not judged anew.</summary>
    public IReadOnlyList<RefusedPhoto> RefusedPhotos { get; init; } = [];

    /// <summary>A teacher's last word that a photo shows the student; it may be about an earlier photo.</summary>
    public PersonConfirmation? LastConfirmation { get; init; }

    /// <summary>A teacher's word about the photo that is accepted now; null while nobody has given it.</summary>
    public PersonConfirmation? PersonConfirmed =>
        Collection == CollectionStatus.Accepted && LastConfirmation?.Sha256 == Photo?.Sha256 ? LastConfirmation : null;

    /// <summary>Why a person has to look; null while nobody has to.</summary>
    public ReviewKind? Review =>
        Collection != CollectionStatus.InReview ? null
        : Photo?.Review?.Event == CollectionEvent.AppealOpened ? ReviewKind.Appeal
        : ReviewKind.Findings;

    /// <summary>Where the three tracks stand.</summary>
    public Standing Standing => new(Collection, Proofing, Verification);

    /// <summary>The stage shown to people.</summary>
    public StudentStage Stage => Standing.Stage;
}
