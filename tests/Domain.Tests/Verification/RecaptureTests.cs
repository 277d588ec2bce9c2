using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.Domain.Tests.Progress;
using PhotoFunctions.Domain.Tests.Review;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Tests.Verification;

/// <summary>补采: what the acceptance of the new photo means for the verdict about the earlier one.</summary>
public sealed class RecaptureTests
{
    private static Student Required =>
        Tracks.Must(VerificationDecider.RequireRecapture(Tracks.Newcomer, Attribution.Import, Tracks.Day(0))).Student;

    [Fact]
    public void Forgets_the_verdict_once_the_new_photo_is_accepted()
    {
        var accepted = Accept(Required, 5);

        Assert.Equal(VerificationStatus.Pending, accepted.Student.Verification);
        Assert.Equal(["PhotoAccepted", "PhotoRenewed"], accepted.History.Select(line => line.Event));
        Assert.Equal("pipeline", accepted.History[1].By);
    }

    [Fact]
    public void Keeps_the_verdict_of_a_student_who_need_not_have_another_photo_taken()
    {
        var failed = Tracks.Import(Tracks.Newcomer, Tracks.Verdict(VerificationStatus.Failed, 1)).Change.Student;

        Assert.Equal(VerificationStatus.Failed, Accept(failed, 5).Student.Verification);
    }

    [Theory]
    [InlineData(VerificationStatus.Passed)]
    [InlineData(VerificationStatus.Uncertain)]
    [InlineData(VerificationStatus.InReview)]
    public void Keeps_another_verdict_that_came_before_the_photo(VerificationStatus verdict) => Assert.Equal(
        verdict, Accept(Tracks.Import(Required, Tracks.Verdict(verdict, 3)).Change.Student, 5).Student.Verification);

    [Fact]
    public void Takes_a_verdict_of_before_the_acceptance_to_be_about_the_earlier_photo()
    {
        var accepted = Accept(Required, 5).Student;

        var before = Tracks.Import(accepted, Tracks.Verdict(VerificationStatus.Failed, 4));
        var after = Tracks.Import(accepted, Tracks.Verdict(VerificationStatus.Failed, 6));
        var listed = Tracks.Import(accepted, Tracks.Listed(VerificationStatus.Failed, 9));

        Assert.Equal((VerificationStatus.Pending, FailureCodes.ResultRepeated), (before.Change.Student.Verification, before.Warning?.Code));
        Assert.Equal(VerificationStatus.Failed, after.Change.Student.Verification);
        Assert.Equal((true, FailureCodes.ResultRepeated), (listed.Change.IsNothing, listed.Warning?.Code));
    }

    [Fact]
    public void Tells_in_the_history_both_that_a_late_verdict_came_and_that_it_is_about_the_earlier_photo()
    {
        var uncertain = Tracks.Import(Accept(Required, 5).Student, Tracks.Verdict(VerificationStatus.Uncertain, 2)).Change.Student;

        var late = Tracks.Import(uncertain, Tracks.Verdict(VerificationStatus.Failed, 4)).Change;

        Assert.Equal(VerificationStatus.Pending, late.Student.Verification);
        Assert.Equal(["IdentityFailed", "PhotoRenewed"], late.History.Select(line => line.Event));
        Assert.True(late.History[0].At < late.History[1].At);
    }

    [Fact]
    public void Keeps_the_verdict_about_the_new_photo_when_that_is_taken_back_and_accepted_again()
    {
        var failed = Tracks.Import(Accept(Required, 5).Student, Tracks.Verdict(VerificationStatus.Failed, 6)).Change.Student;
        var appealed = Do(Do(failed, CollectionEvent.PhotoReopened, 7), CollectionEvent.AppealOpened, 8);

        var granted = AcceptanceConsequences.Of(
            appealed, Do(appealed, CollectionEvent.AppealGranted, 9), ProofingStart.CaptureApproval, Tracks.Day(9));

        Assert.Equal((CollectionStatus.Accepted, VerificationStatus.Failed), (granted.Student.Collection, granted.Student.Verification));
        Assert.Empty(granted.History);
    }

    [Fact]
    public void Does_not_forget_it_again_when_an_earlier_photo_takes_the_place_of_the_accepted_one()
    {
        var failed = Tracks.Import(Accept(Required, 5).Student, Tracks.Verdict(VerificationStatus.Failed, 6)).Change.Student;

        var earlier = Tracks.Deliver(failed, Samples.Judged("earlier", "b", -1), Tracks.Day(9), ProofingStart.Acceptance);

        Assert.Equal("EarlierPhotoAccepted", Assert.Single(earlier.History).Event);
        Assert.Equal(VerificationStatus.Failed, earlier.Student.Verification);
    }

    [Fact]
    public void Does_nothing_for_a_photo_that_is_not_accepted()
    {
        var rejected = Tracks.Deliver(Required, Samples.Judged("bad", "a", 0, Acts.Fault), Tracks.Day(5), ProofingStart.Acceptance);

        Assert.Equal((VerificationStatus.Failed, ProofingStatus.NotDue), (rejected.Student.Verification, rejected.Student.Proofing));
    }

    [Theory]
    [InlineData(ProofingStart.Acceptance, ProofingStatus.NotDue, ProofingStatus.Due)]
    [InlineData(ProofingStart.CaptureApproval, ProofingStatus.NotDue, ProofingStatus.NotDue)]
    [InlineData(ProofingStart.Acceptance, ProofingStatus.Confirmed, ProofingStatus.Confirmed)]
    public void Asks_for_the_proofing_where_the_cohort_starts_it_from_the_acceptance(
        ProofingStart start, ProofingStatus from, ProofingStatus to)
    {
        var accepted = Tracks.Deliver(Tracks.AtProofing(from), Samples.Judged("good", "a", 0), Tracks.Day(5), start).Student;

        Assert.Equal((to, to == ProofingStatus.Due ? new DateOnly(2023, 5, 6) : null), (accepted.Proofing, accepted.ProofingStartsOn));
    }

    private static StudentChange Accept(Student student, int day) =>
        Tracks.Deliver(student, Samples.Judged("good", "a", 0), Tracks.Day(day));

    private static Student Do(Student student, CollectionEvent happened, int day) =>
        Tracks.Must(ReviewDecider.Decide(student, Acts.Act(student, happened), Actors.Administrator, Tracks.Day(day))).Student;
}
