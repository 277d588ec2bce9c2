using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Progress;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Tests.Verification;

public sealed class VerificationDeciderTests
{
    public static MatrixTheoryData<VerificationStatus, VerificationEvent> AllPairs =>
        new(
            Enum.GetValues<VerificationStatus>(),
            Enum.GetValues<VerificationEvent>().Except([VerificationEvent.PhotoRenewed, VerificationEvent.RecaptureRequired]));

    public static TheoryData<VerificationStatus> Verdicts =>
        [.. Enum.GetValues<VerificationStatus>().Except([VerificationStatus.Pending])];

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void Moves_a_student_as_the_table_says_and_writes_one_line(VerificationStatus from, VerificationEvent happened)
    {
        var student = Tracks.AtVerification(from);
        var expected = StudentLifecycle.Apply(from, happened);

        var decided = VerificationDecider.Decide(student, happened, Tracks.Admin, Tracks.Day(3));

        if (StudentLifecycle.TargetOf(happened) == from)
        {
            Assert.True(decided.Value!.IsNothing);
        }
        else if (expected.Succeeded(out var to, out var failure))
        {
            Assert.Equal((to, Tracks.Day(3)), (decided.Value!.Student.Verification, decided.Value.Student.VerificationSince));
            var line = Assert.Single(decided.Value.History);
            Assert.Equal((happened.ToString(), from.ToString(), to.ToString(), "admin"), (line.Event, line.From, line.To, line.By));
            Assert.Equal(("王老师", "电话核实"), (line.Person, line.Reason));
        }
        else
        {
            Assert.Equal(failure, decided.Failure);
        }
    }

    [Theory]
    [InlineData(VerificationEvent.IdentityPassed, Actors.TeachingPoint)]
    [InlineData(VerificationEvent.IdentityReviewOpened, Actors.Student)]
    [InlineData(VerificationEvent.PhotoRenewed, Actors.Administrator)]
    public void Refuses_an_event_that_somebody_else_causes(VerificationEvent happened, Actors actor) => Assert.Equal(
        FailureCodes.ActorNotAllowed,
        VerificationDecider.Decide(
            Tracks.AtVerification(VerificationStatus.Failed), happened, Tracks.By(actor), Tracks.Day(0)).Failure?.Code);

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void Imports_every_verdict(VerificationStatus verdict)
    {
        var decision = Tracks.Import(Tracks.Newcomer, Tracks.Verdict(verdict, 4));

        var line = Assert.Single(decision.Change.History);
        Assert.Equal((ResultOutcome.Applied, verdict), (decision.Outcome, decision.Change.Student.Verification));
        Assert.Equal(("Pending", verdict.ToString(), "2023-05-05"), (line.From, line.To, line.Details));
    }

    [Fact]
    public void Only_moves_the_date_on_when_a_newer_list_says_the_same()
    {
        var failed = Tracks.Import(Tracks.Newcomer, Tracks.Listed(VerificationStatus.Failed, 1)).Change.Student;

        var listedAgain = Tracks.Import(failed, Tracks.Listed(VerificationStatus.Failed, 5));
        var between = Tracks.Import(listedAgain.Change.Student, Tracks.Listed(VerificationStatus.Passed, 3));

        Assert.Equal((ResultOutcome.Unchanged, false), (listedAgain.Outcome, listedAgain.Change.IsNothing));
        Assert.Empty(listedAgain.Change.History);
        Assert.Null(listedAgain.Warning);
        Assert.Equal(ResultOutcome.Older, between.Outcome);
    }

    [Fact]
    public void Keeps_a_review_going_while_lists_repeat_the_verdict_under_review()
    {
        var failed = Tracks.Import(Tracks.Newcomer, Tracks.Listed(VerificationStatus.Failed, 1)).Change.Student;
        var inReview = Tracks.Do(failed, VerificationEvent.IdentityReviewOpened, day: 3);

        var repeated = Tracks.Import(inReview, Tracks.Listed(VerificationStatus.Failed, 9));
        var another = Tracks.Import(inReview, Tracks.Listed(VerificationStatus.Passed, 9)).Change.Student;
        var failedAgain = Tracks.Import(inReview, Tracks.Verdict(VerificationStatus.Failed, 9)).Change.Student;
        var before = Tracks.Import(inReview, Tracks.Verdict(VerificationStatus.Passed, 2));

        Assert.Equal((true, FailureCodes.ResultRepeated), (repeated.Change.IsNothing, repeated.Warning?.Code));
        Assert.Equal((VerificationStatus.Passed, VerificationStatus.Failed), (another.Verification, failedAgain.Verification));
        Assert.Equal(ResultOutcome.Older, before.Outcome);
    }

    [Fact]
    public void Keeps_a_correction_until_the_authority_says_something_else()
    {
        var failed = Tracks.Import(Tracks.Newcomer, Tracks.Listed(VerificationStatus.Failed, 1)).Change.Student;
        var corrected = Tracks.Must(VerificationDecider.Correct(failed, VerificationStatus.Pending, Tracks.Admin, Tracks.Day(3)));

        var line = Assert.Single(corrected.History);
        Assert.Equal(("VerificationCorrected", "Failed", "Pending", "电话核实"), (line.Event, line.From, line.To, line.Reason));
        Assert.True(Tracks.Import(corrected.Student, Tracks.Listed(VerificationStatus.Failed, 9)).Change.IsNothing);
        Assert.Equal(
            VerificationStatus.Abnormal,
            Tracks.Import(corrected.Student, Tracks.Listed(VerificationStatus.Abnormal, 9)).Change.Student.Verification);
    }

    [Fact]
    public void Closes_a_filed_case_whenever_that_is_heard_of_until_an_administrator_reopens_it()
    {
        var failed = Tracks.Import(Tracks.Newcomer, Tracks.Verdict(VerificationStatus.Failed, 9)).Change.Student;
        var filed = Tracks.Import(failed, Tracks.Verdict(VerificationStatus.Filed, 2)).Change.Student;

        var listed = Tracks.Import(filed, Tracks.Listed(VerificationStatus.Failed, 20));
        var corrected = Tracks.Must(VerificationDecider.Correct(filed, VerificationStatus.Failed, Tracks.Admin, Tracks.Day(21))).Student;
        var filedAgain = Tracks.Import(corrected, Tracks.Listed(VerificationStatus.Filed, 22));

        Assert.Equal(VerificationStatus.Filed, filed.Verification);
        Assert.Equal((ResultOutcome.Unchanged, true), (listed.Outcome, listed.Change.IsNothing));
        Assert.Equal((VerificationStatus.Failed, true), (corrected.Verification, filedAgain.Change.IsNothing));
        Assert.Equal(FailureCodes.ResultRepeated, filedAgain.Warning?.Code);
    }

    [Fact]
    public void Begins_at_failed_for_a_student_who_has_to_have_another_photo_taken()
    {
        var required = Tracks.Must(VerificationDecider.RequireRecapture(Tracks.Newcomer, Attribution.Import, Tracks.Day(0)));

        var line = Assert.Single(required.History);
        Assert.Equal((true, VerificationStatus.Failed), (required.Student.MustRecapture, required.Student.Verification));
        Assert.Equal(("RecaptureRequired", "Pending", "Failed"), (line.Event, line.From, line.To));
        Assert.True(Tracks.Must(VerificationDecider.RequireRecapture(required.Student, Attribution.Import, Tracks.Day(1))).IsNothing);
    }

    [Fact]
    public void Requires_another_photo_of_a_student_who_has_failed_already_but_of_none_who_passed()
    {
        var known = Tracks.Must(Require(Tracks.AtVerification(VerificationStatus.Failed), Tracks.Admin));

        Assert.True(known.Student.MustRecapture);
        Assert.Null(Assert.Single(known.History).To);
        Assert.Equal(
            FailureCodes.TransitionIllegal, Require(Tracks.AtVerification(VerificationStatus.Passed), Tracks.Admin).Failure?.Code);
        Assert.Equal(FailureCodes.ActorNotAllowed, Require(Tracks.Newcomer, Tracks.Teacher).Failure?.Code);
    }

    private static Result<StudentChange> Require(Student student, Attribution by) =>
        VerificationDecider.Decide(student, VerificationEvent.RecaptureRequired, by, Tracks.Day(0));
}
