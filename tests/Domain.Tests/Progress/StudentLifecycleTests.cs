using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Progress;

public sealed class StudentLifecycleTests
{
    // Written out in full: null means that the pair is no transition.
    private static readonly (CollectionStatus From, CollectionEvent On, CollectionStatus? To)[] Table =
    [
        (CollectionStatus.Awaiting, CollectionEvent.PhotoAccepted, CollectionStatus.Accepted),
        (CollectionStatus.Awaiting, CollectionEvent.PhotoRejected, CollectionStatus.Rejected),
        (CollectionStatus.Awaiting, CollectionEvent.PhotoSentToReview, CollectionStatus.InReview),
        (CollectionStatus.Awaiting, CollectionEvent.EarlierPhotoAccepted, null),
        (CollectionStatus.Rejected, CollectionEvent.PhotoAccepted, CollectionStatus.Accepted),
        (CollectionStatus.Rejected, CollectionEvent.PhotoRejected, CollectionStatus.Rejected),
        (CollectionStatus.Rejected, CollectionEvent.PhotoSentToReview, CollectionStatus.InReview),
        (CollectionStatus.Rejected, CollectionEvent.EarlierPhotoAccepted, null),
        (CollectionStatus.InReview, CollectionEvent.PhotoAccepted, CollectionStatus.Accepted),
        (CollectionStatus.InReview, CollectionEvent.PhotoRejected, CollectionStatus.Rejected),
        (CollectionStatus.InReview, CollectionEvent.PhotoSentToReview, CollectionStatus.InReview),
        (CollectionStatus.InReview, CollectionEvent.EarlierPhotoAccepted, null),
        (CollectionStatus.Accepted, CollectionEvent.PhotoAccepted, null),
        (CollectionStatus.Accepted, CollectionEvent.PhotoRejected, null),
        (CollectionStatus.Accepted, CollectionEvent.PhotoSentToReview, null),
        (CollectionStatus.Accepted, CollectionEvent.EarlierPhotoAccepted, CollectionStatus.Accepted),
        (CollectionStatus.Awaiting, CollectionEvent.ReviewApproved, null),
        (CollectionStatus.Awaiting, CollectionEvent.ReviewRefused, null),
        (CollectionStatus.Awaiting, CollectionEvent.AppealOpened, null),
        (CollectionStatus.Awaiting, CollectionEvent.AppealGranted, null),
        (CollectionStatus.Awaiting, CollectionEvent.AppealDenied, null),
        (CollectionStatus.Rejected, CollectionEvent.ReviewApproved, null),
        (CollectionStatus.Rejected, CollectionEvent.ReviewRefused, null),
        (CollectionStatus.Rejected, CollectionEvent.AppealOpened, CollectionStatus.InReview),
        (CollectionStatus.Rejected, CollectionEvent.AppealGranted, null),
        (CollectionStatus.Rejected, CollectionEvent.AppealDenied, null),
        (CollectionStatus.InReview, CollectionEvent.ReviewApproved, CollectionStatus.Accepted),
        (CollectionStatus.InReview, CollectionEvent.ReviewRefused, CollectionStatus.Rejected),
        (CollectionStatus.InReview, CollectionEvent.AppealOpened, null),
        (CollectionStatus.InReview, CollectionEvent.AppealGranted, CollectionStatus.Accepted),
        (CollectionStatus.InReview, CollectionEvent.AppealDenied, CollectionStatus.Rejected),
        (CollectionStatus.Accepted, CollectionEvent.ReviewApproved, null),
        (CollectionStatus.Accepted, CollectionEvent.ReviewRefused, null),
        (CollectionStatus.Accepted, CollectionEvent.AppealOpened, null),
        (CollectionStatus.Accepted, CollectionEvent.AppealGranted, null),
        (CollectionStatus.Accepted, CollectionEvent.AppealDenied, null),
        (CollectionStatus.Awaiting, CollectionEvent.PhotoReopened, null),
        (CollectionStatus.Awaiting, CollectionEvent.PersonDenied, null),
        (CollectionStatus.Rejected, CollectionEvent.PhotoReopened, null),
        (CollectionStatus.Rejected, CollectionEvent.PersonDenied, null),
        (CollectionStatus.InReview, CollectionEvent.PhotoReopened, null),
        (CollectionStatus.InReview, CollectionEvent.PersonDenied, null),
        (CollectionStatus.Accepted, CollectionEvent.PhotoReopened, CollectionStatus.Rejected),
        (CollectionStatus.Accepted, CollectionEvent.PersonDenied, CollectionStatus.Rejected),
        (CollectionStatus.Awaiting, CollectionEvent.DuplicateFound, null),
        (CollectionStatus.Rejected, CollectionEvent.DuplicateFound, null),
        (CollectionStatus.InReview, CollectionEvent.DuplicateFound, CollectionStatus.InReview),
        (CollectionStatus.Accepted, CollectionEvent.DuplicateFound, CollectionStatus.InReview),
    ];

    // The stages of domain.md, one line for each verification status: when the photo is accepted and the proofing is, or is not, confirmed.
    private static readonly (VerificationStatus Verification, StudentStage Unconfirmed, StudentStage Confirmed)[] Stages =
    [
        (VerificationStatus.Pending, StudentStage.Proofing, StudentStage.Verification),
        (VerificationStatus.Passed, StudentStage.Proofing, StudentStage.Complete),
        (VerificationStatus.Failed, StudentStage.Verification, StudentStage.Verification),
        (VerificationStatus.Uncertain, StudentStage.Verification, StudentStage.Verification),
        (VerificationStatus.Abnormal, StudentStage.Verification, StudentStage.Verification),
        (VerificationStatus.InReview, StudentStage.Verification, StudentStage.Verification),
        (VerificationStatus.Filed, StudentStage.Proofing, StudentStage.Complete),
    ];

    public static MatrixTheoryData<CollectionStatus, CollectionEvent> AllPairs =>
        new(Enum.GetValues<CollectionStatus>(), Enum.GetValues<CollectionEvent>());

    public static MatrixTheoryData<CollectionStatus, ProofingStatus, VerificationStatus> AllStandings =>
        new(Enum.GetValues<CollectionStatus>(), Enum.GetValues<ProofingStatus>(), Enum.GetValues<VerificationStatus>());

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void Moves_the_collection_along_its_table(CollectionStatus from, CollectionEvent on)
    {
        var expected = Assert.Single(Table, row => row.From == from && row.On == on).To;

        if (StudentLifecycle.Apply(from, on).Succeeded(out var to, out var failure))
        {
            Assert.Equal(expected, to);
        }
        else
        {
            Assert.Null(expected);
            Assert.Equal(FailureCodes.TransitionIllegal, failure.Code);
        }
    }

    [Theory]
    [MemberData(nameof(AllStandings))]
    public void Derives_the_stage_from_the_three_tracks(
        CollectionStatus collection, ProofingStatus proofing, VerificationStatus verification)
    {
        var row = Assert.Single(Stages, row => row.Verification == verification);
        var expected = collection != CollectionStatus.Accepted ? StudentStage.Collection
            : proofing == ProofingStatus.Confirmed ? row.Confirmed
            : row.Unconfirmed;

        Assert.Equal(expected, StudentLifecycle.StageOf(collection, proofing, verification));
    }
}
