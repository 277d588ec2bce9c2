using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Progress;

/// <summary>The only place where a student's statuses change. A pair that is not in the table is a Failure.</summary>
public static class StudentLifecycle
{
    private static readonly Dictionary<(CollectionStatus, CollectionEvent), CollectionStatus> Collection = new()
    {
        [(CollectionStatus.Awaiting, CollectionEvent.PhotoAccepted)] = CollectionStatus.Accepted,
        [(CollectionStatus.Awaiting, CollectionEvent.PhotoRejected)] = CollectionStatus.Rejected,
        [(CollectionStatus.Awaiting, CollectionEvent.PhotoSentToReview)] = CollectionStatus.InReview,
        [(CollectionStatus.Rejected, CollectionEvent.PhotoAccepted)] = CollectionStatus.Accepted,
        [(CollectionStatus.Rejected, CollectionEvent.PhotoRejected)] = CollectionStatus.Rejected,
        [(CollectionStatus.Rejected, CollectionEvent.PhotoSentToReview)] = CollectionStatus.InReview,
        [(CollectionStatus.InReview, CollectionEvent.PhotoAccepted)] = CollectionStatus.Accepted,
        [(CollectionStatus.InReview, CollectionEvent.PhotoRejected)] = CollectionStatus.Rejected,
        [(CollectionStatus.InReview, CollectionEvent.PhotoSentToReview)] = CollectionStatus.InReview,
        [(CollectionStatus.Accepted, CollectionEvent.EarlierPhotoAccepted)] = CollectionStatus.Accepted,

        // People: docs/decisions/0009.
        [(CollectionStatus.InReview, CollectionEvent.ReviewApproved)] = CollectionStatus.Accepted,
        [(CollectionStatus.InReview, CollectionEvent.ReviewRefused)] = CollectionStatus.Rejected,
        [(CollectionStatus.Rejected, CollectionEvent.AppealOpened)] = CollectionStatus.InReview,
        [(CollectionStatus.InReview, CollectionEvent.AppealGranted)] = CollectionStatus.Accepted,
        [(CollectionStatus.InReview, CollectionEvent.AppealDenied)] = CollectionStatus.Rejected,
    };

    /// <summary>Moves the collection track. Failure: <c>transition-illegal</c>.</summary>
    /// <param name="status">Where the student stands.</param>
    /// <param name="happened">What happened.</param>
    /// <returns>Where the student stands then, or the failure.</returns>
    public static Result<CollectionStatus> Apply(CollectionStatus status, CollectionEvent happened) =>
        Collection.TryGetValue((status, happened), out var next)
            ? next
            : Failure.Of(
                FailureCodes.TransitionIllegal,
                $"采集状态为“{ProgressNames.Of(status)}”,不能进行“{ProgressNames.Of(happened)}”。",
                $"Expected an event that is possible while the collection stands at {status} but received {happened}.");

    /// <summary>
    /// The stage shown to people: Collection until accepted; then Verification while it is in trouble; else Proofing until confirmed;
    /// else Verification until passed or filed; then Complete.
    /// </summary>
    /// <param name="collection">The collection track.</param>
    /// <param name="proofing">The proofing track.</param>
    /// <param name="verification">The verification track.</param>
    /// <returns>The stage.</returns>
    public static StudentStage StageOf(CollectionStatus collection, ProofingStatus proofing, VerificationStatus verification) =>
        (collection, proofing, verification) switch
        {
            (not CollectionStatus.Accepted, _, _) => StudentStage.Collection,
            (_, _, VerificationStatus.Failed or VerificationStatus.Uncertain or VerificationStatus.Abnormal or VerificationStatus.InReview)
                => StudentStage.Verification,
            (_, not ProofingStatus.Confirmed, _) => StudentStage.Proofing,
            (_, _, VerificationStatus.Passed or VerificationStatus.Filed) => StudentStage.Complete,
            _ => StudentStage.Verification,
        };
}
