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
        [(CollectionStatus.Accepted, CollectionEvent.DuplicateFound)] = CollectionStatus.InReview,
        [(CollectionStatus.InReview, CollectionEvent.DuplicateFound)] = CollectionStatus.InReview,

        // People: docs/decisions/0009.
        [(CollectionStatus.InReview, CollectionEvent.ReviewApproved)] = CollectionStatus.Accepted,
        [(CollectionStatus.InReview, CollectionEvent.ReviewRefused)] = CollectionStatus.Rejected,
        [(CollectionStatus.Rejected, CollectionEvent.AppealOpened)] = CollectionStatus.InReview,
        [(CollectionStatus.InReview, CollectionEvent.AppealGranted)] = CollectionStatus.Accepted,
        [(CollectionStatus.InReview, CollectionEvent.AppealDenied)] = CollectionStatus.Rejected,
        [(CollectionStatus.Accepted, CollectionEvent.PhotoReopened)] = CollectionStatus.Rejected,
        [(CollectionStatus.Accepted, CollectionEvent.PersonDenied)] = CollectionStatus.Rejected,
    };

    // The national site shows the picture before we hold it: a student may answer whether we have asked or not.
    private static readonly Dictionary<(ProofingStatus, ProofingEvent), ProofingStatus> Proofing = new()
    {
        [(ProofingStatus.NotDue, ProofingEvent.ProofingFellDue)] = ProofingStatus.Due,
        [(ProofingStatus.NotDue, ProofingEvent.PictureConfirmed)] = ProofingStatus.Confirmed,
        [(ProofingStatus.NotDue, ProofingEvent.PictureDisputed)] = ProofingStatus.Disputed,
        [(ProofingStatus.Due, ProofingEvent.PictureConfirmed)] = ProofingStatus.Confirmed,
        [(ProofingStatus.Due, ProofingEvent.PictureDisputed)] = ProofingStatus.Disputed,
        [(ProofingStatus.Confirmed, ProofingEvent.PictureDisputed)] = ProofingStatus.Disputed,
        [(ProofingStatus.Disputed, ProofingEvent.PictureConfirmed)] = ProofingStatus.Confirmed,
        [(ProofingStatus.Disputed, ProofingEvent.CorrectionRequested)] = ProofingStatus.Correcting,
        [(ProofingStatus.Correcting, ProofingEvent.CorrectionMade)] = ProofingStatus.Due,
        [(ProofingStatus.Correcting, ProofingEvent.CorrectionWithdrawn)] = ProofingStatus.Disputed,
        [(ProofingStatus.Correcting, ProofingEvent.PictureConfirmed)] = ProofingStatus.Confirmed,
        [(ProofingStatus.Correcting, ProofingEvent.PictureDisputed)] = ProofingStatus.Disputed,
    };

    // What the authority says may follow anything else that it said, for it may compare again; only a filed case is closed.
    private static readonly Dictionary<(VerificationStatus, VerificationEvent), VerificationStatus> Verification = new()
    {
        [(VerificationStatus.Pending, VerificationEvent.IdentityPassed)] = VerificationStatus.Passed,
        [(VerificationStatus.Pending, VerificationEvent.IdentityFailed)] = VerificationStatus.Failed,
        [(VerificationStatus.Pending, VerificationEvent.IdentityUncertain)] = VerificationStatus.Uncertain,
        [(VerificationStatus.Pending, VerificationEvent.IdentityAbnormal)] = VerificationStatus.Abnormal,
        [(VerificationStatus.Pending, VerificationEvent.IdentityInReview)] = VerificationStatus.InReview,
        [(VerificationStatus.Pending, VerificationEvent.IdentityFiled)] = VerificationStatus.Filed,
        [(VerificationStatus.Pending, VerificationEvent.RecaptureRequired)] = VerificationStatus.Failed,
        [(VerificationStatus.Passed, VerificationEvent.IdentityFailed)] = VerificationStatus.Failed,
        [(VerificationStatus.Passed, VerificationEvent.IdentityUncertain)] = VerificationStatus.Uncertain,
        [(VerificationStatus.Passed, VerificationEvent.IdentityAbnormal)] = VerificationStatus.Abnormal,
        [(VerificationStatus.Passed, VerificationEvent.IdentityInReview)] = VerificationStatus.InReview,
        [(VerificationStatus.Passed, VerificationEvent.IdentityFiled)] = VerificationStatus.Filed,
        [(VerificationStatus.Failed, VerificationEvent.IdentityPassed)] = VerificationStatus.Passed,
        [(VerificationStatus.Failed, VerificationEvent.IdentityUncertain)] = VerificationStatus.Uncertain,
        [(VerificationStatus.Failed, VerificationEvent.IdentityAbnormal)] = VerificationStatus.Abnormal,
        [(VerificationStatus.Failed, VerificationEvent.IdentityInReview)] = VerificationStatus.InReview,
        [(VerificationStatus.Failed, VerificationEvent.IdentityFiled)] = VerificationStatus.Filed,
        [(VerificationStatus.Failed, VerificationEvent.IdentityReviewOpened)] = VerificationStatus.InReview,
        [(VerificationStatus.Failed, VerificationEvent.PhotoRenewed)] = VerificationStatus.Pending,
        [(VerificationStatus.Uncertain, VerificationEvent.IdentityPassed)] = VerificationStatus.Passed,
        [(VerificationStatus.Uncertain, VerificationEvent.IdentityFailed)] = VerificationStatus.Failed,
        [(VerificationStatus.Uncertain, VerificationEvent.IdentityAbnormal)] = VerificationStatus.Abnormal,
        [(VerificationStatus.Uncertain, VerificationEvent.IdentityInReview)] = VerificationStatus.InReview,
        [(VerificationStatus.Uncertain, VerificationEvent.IdentityFiled)] = VerificationStatus.Filed,
        [(VerificationStatus.Uncertain, VerificationEvent.IdentityReviewOpened)] = VerificationStatus.InReview,
        [(VerificationStatus.Abnormal, VerificationEvent.IdentityPassed)] = VerificationStatus.Passed,
        [(VerificationStatus.Abnormal, VerificationEvent.IdentityFailed)] = VerificationStatus.Failed,
        [(VerificationStatus.Abnormal, VerificationEvent.IdentityUncertain)] = VerificationStatus.Uncertain,
        [(VerificationStatus.Abnormal, VerificationEvent.IdentityInReview)] = VerificationStatus.InReview,
        [(VerificationStatus.Abnormal, VerificationEvent.IdentityFiled)] = VerificationStatus.Filed,
        [(VerificationStatus.Abnormal, VerificationEvent.IdentityReviewOpened)] = VerificationStatus.InReview,
        [(VerificationStatus.InReview, VerificationEvent.IdentityPassed)] = VerificationStatus.Passed,
        [(VerificationStatus.InReview, VerificationEvent.IdentityFailed)] = VerificationStatus.Failed,
        [(VerificationStatus.InReview, VerificationEvent.IdentityUncertain)] = VerificationStatus.Uncertain,
        [(VerificationStatus.InReview, VerificationEvent.IdentityAbnormal)] = VerificationStatus.Abnormal,
        [(VerificationStatus.InReview, VerificationEvent.IdentityFiled)] = VerificationStatus.Filed,
    };

    /// <summary>Moves the collection track. Failure: <c>transition-illegal</c>.</summary>
    /// <param name="status">Where the student stands.</param>
    /// <param name="happened">What happened.</param>
    /// <returns>Where the student stands then, or the failure.</returns>
    public static Result<CollectionStatus> Apply(CollectionStatus status, CollectionEvent happened) =>
        Collection.TryGetValue((status, happened), out var next) ? next : Illegal("采集", "collection", status, happened);

    /// <summary>Moves the proofing track. Failure: <c>transition-illegal</c>.</summary>
    /// <param name="status">Where the student stands.</param>
    /// <param name="happened">What happened.</param>
    /// <returns>Where the student stands then, or the failure.</returns>
    public static Result<ProofingStatus> Apply(ProofingStatus status, ProofingEvent happened) =>
        Proofing.TryGetValue((status, happened), out var next) ? next : Illegal("校对", "proofing", status, happened);

    /// <summary>Moves the verification track. Failure: <c>transition-illegal</c>.</summary>
    /// <param name="status">Where the student stands.</param>
    /// <param name="happened">What happened.</param>
    /// <returns>Where the student stands then, or the failure.</returns>
    public static Result<VerificationStatus> Apply(VerificationStatus status, VerificationEvent happened) =>
        Verification.TryGetValue((status, happened), out var next) ? next : Illegal("身份核验", "verification", status, happened);

    /// <summary>
    /// Sets a status right that was recorded wrongly: from any status to any other, by an administrator and with a reason.
    /// Failure: <c>transition-illegal</c>, for the status in which the student stands already.
    /// </summary>
    /// <typeparam name="T">The track's statuses.</typeparam>
    /// <param name="status">Where the student stands.</param>
    /// <param name="to">Where the student should stand.</param>
    /// <returns>Where the student stands then, or the failure.</returns>
    public static Result<T> Correct<T>(T status, T to)
        where T : struct, Enum =>
        EqualityComparer<T>.Default.Equals(status, to)
            ? Failure.Of(
                FailureCodes.TransitionIllegal,
                $"状态已经是“{ProgressNames.Of(to)}”,无需更正。",
                $"Expected another status than the one in which the student stands but received {to} again.")
            : to;

    /// <summary>Where an event leads, whatever the status before: the same place for every event of this track.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The status.</returns>
    public static ProofingStatus TargetOf(ProofingEvent happened) => Proofing.First(row => row.Key.Item2 == happened).Value;

    /// <summary>Where an event leads, whatever the status before: the same place for every event of this track.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The status.</returns>
    public static VerificationStatus TargetOf(VerificationEvent happened) => Verification.First(row => row.Key.Item2 == happened).Value;

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

    private static Failure Illegal<TStatus, TEvent>(string chinese, string english, TStatus status, TEvent happened)
        where TStatus : struct, Enum
        where TEvent : struct, Enum => Failure.Of(
            FailureCodes.TransitionIllegal,
            $"{chinese}状态为“{ProgressNames.Of(status)}”,不能进行“{ProgressNames.Of(happened)}”。",
            $"Expected an event that is possible while the {english} stands at {status} but received {happened}.");
}
