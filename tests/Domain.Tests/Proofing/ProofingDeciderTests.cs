using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Progress;

namespace PhotoFunctions.Domain.Tests.Proofing;

public sealed class ProofingDeciderTests
{
    public static MatrixTheoryData<ProofingStatus, ProofingEvent> AllPairs =>
        new(Enum.GetValues<ProofingStatus>(), Enum.GetValues<ProofingEvent>());

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void Moves_a_student_as_the_table_says_and_writes_one_line(ProofingStatus from, ProofingEvent happened)
    {
        var student = Tracks.AtProofing(from);
        var expected = StudentLifecycle.Apply(from, happened);

        var decided = ProofingDecider.Decide(student, happened, Tracks.Admin, Tracks.Day(3));

        if (StudentLifecycle.TargetOf(happened) == from)
        {
            Assert.True(decided.Value!.IsNothing);
        }
        else if (expected.Succeeded(out var to, out var failure))
        {
            Assert.Equal((to, Tracks.Day(3)), (decided.Value!.Student.Proofing, decided.Value.Student.ProofingSince));
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
    [InlineData(ProofingEvent.ProofingFellDue, Actors.Student)]
    [InlineData(ProofingEvent.ProofingFellDue, Actors.TeachingPoint)]
    [InlineData(ProofingEvent.PictureConfirmed, Actors.Pipeline)]
    [InlineData(ProofingEvent.CorrectionRequested, Actors.Student)]
    public void Refuses_an_event_that_somebody_else_causes(ProofingEvent happened, Actors actor) => Assert.Equal(
        FailureCodes.ActorNotAllowed, ProofingDecider.Decide(Tracks.Newcomer, happened, Tracks.By(actor), Tracks.Day(0)).Failure?.Code);

    [Fact]
    public void Lets_a_student_confirm_before_we_hold_a_photo()
    {
        var confirmed = Tracks.Must(ProofingDecider.Decide(
            Tracks.Newcomer, ProofingEvent.PictureConfirmed, Tracks.By(Actors.Student), Tracks.Day(0)));

        Assert.Equal((ProofingStatus.Confirmed, StudentStage.Collection), (confirmed.Student.Proofing, confirmed.Student.Stage));
    }

    [Fact]
    public void Counts_the_wait_anew_after_a_correction()
    {
        var corrected = Tracks.Do(Tracks.AtProofing(ProofingStatus.Correcting), ProofingEvent.CorrectionMade, day: 8);

        Assert.Equal((ProofingStatus.Due, new DateOnly(2023, 5, 9)), (corrected.Proofing, corrected.ProofingStartsOn));
    }

    [Fact]
    public void Sets_a_wrong_status_right_with_the_reason_in_the_history()
    {
        var corrected = Tracks.Must(ProofingDecider.Correct(
            Tracks.AtProofing(ProofingStatus.Confirmed), ProofingStatus.NotDue, Tracks.Admin, Tracks.Day(1)));

        var line = Assert.Single(corrected.History);
        Assert.Equal(ProofingStatus.NotDue, corrected.Student.Proofing);
        Assert.Equal(("ProofingCorrected", "Confirmed", "NotDue", "电话核实"), (line.Event, line.From, line.To, line.Reason));
        Assert.Equal(
            FailureCodes.ActorNotAllowed,
            ProofingDecider.Correct(Tracks.Newcomer, ProofingStatus.Due, Tracks.Teacher, Tracks.Day(1)).Failure?.Code);
    }

    [Theory]
    [InlineData(ProofingStatus.Confirmed, "PictureConfirmed")]
    [InlineData(ProofingStatus.Disputed, "PictureDisputed")]
    public void Imports_what_the_student_found(ProofingStatus answer, string happened)
    {
        var decision = Tracks.Import(Tracks.Newcomer, Tracks.Answer(answer, 4));

        var line = Assert.Single(decision.Change.History);
        Assert.Equal((ResultOutcome.Applied, answer), (decision.Outcome, decision.Change.Student.Proofing));
        Assert.Equal((happened, "2023-05-05", "admin"), (line.Event, line.Details, line.By));
    }

    [Fact]
    public void Does_not_let_an_older_answer_overwrite_a_newer_one()
    {
        var disputed = Tracks.Import(Tracks.Newcomer, Tracks.Answer(ProofingStatus.Disputed, 4)).Change.Student;

        var older = Tracks.Import(disputed, Tracks.Answer(ProofingStatus.Confirmed, 3));

        Assert.Equal((ResultOutcome.Older, true), (older.Outcome, older.Change.IsNothing));
    }

    [Fact]
    public void Takes_the_later_import_when_two_answers_have_one_date()
    {
        var disputed = Tracks.Import(Tracks.Newcomer, Tracks.Answer(ProofingStatus.Disputed, 4)).Change.Student;

        Assert.Equal(ProofingStatus.Confirmed, Tracks.Import(disputed, Tracks.Answer(ProofingStatus.Confirmed, 4)).Change.Student.Proofing);
    }

    [Fact]
    public void Keeps_what_was_done_about_a_dispute_when_a_list_repeats_it()
    {
        var disputed = Tracks.Import(Tracks.Newcomer, new ImportedResult<ProofingStatus>(ProofingStatus.Disputed, Tracks.Day(4), true));
        var correcting = Tracks.Do(disputed.Change.Student, ProofingEvent.CorrectionRequested, day: 5);

        var repeated = Tracks.Import(correcting, new ImportedResult<ProofingStatus>(ProofingStatus.Disputed, Tracks.Day(9), true));
        var disputedAgain = Tracks.Import(correcting, Tracks.Answer(ProofingStatus.Disputed, 9));

        Assert.Equal((true, FailureCodes.ResultRepeated), (repeated.Change.IsNothing, repeated.Warning?.Code));
        Assert.Equal(ProofingStatus.Disputed, disputedAgain.Change.Student.Proofing);
    }

    [Theory]
    [InlineData(ProofingStart.CaptureApproval, ProofingStatus.NotDue, ProofingStatus.Due, "ProofingFellDue")]
    [InlineData(ProofingStart.Acceptance, ProofingStatus.NotDue, ProofingStatus.NotDue, "CaptureApproved")]
    [InlineData(ProofingStart.CaptureApproval, ProofingStatus.Confirmed, ProofingStatus.Confirmed, "CaptureApproved")]
    public void Starts_from_the_approval_only_where_the_cohort_says_so(
        ProofingStart start, ProofingStatus from, ProofingStatus to, string happened)
    {
        var approved = ProofingDecider.Approve(Tracks.AtProofing(from), new DateOnly(2023, 4, 20), start, Tracks.Day(0));

        var line = Assert.Single(approved.Change.History);
        Assert.Equal((to, new DateOnly(2023, 4, 20)), (approved.Change.Student.Proofing, approved.Change.Student.CaptureApprovedOn));
        Assert.Equal((happened, "2023-04-20"), (line.Event, line.Details));
        Assert.Equal(to == ProofingStatus.Due ? new DateOnly(2023, 4, 20) : null, approved.Change.Student.ProofingStartsOn);
    }

    [Fact]
    public void Keeps_the_newest_approval_and_counts_the_wait_from_it()
    {
        var approved = Approve(Tracks.Newcomer, 20).Change.Student;

        var again = Approve(approved, 20);
        var older = Approve(approved, 10);
        var newer = Approve(approved, 28).Change.Student;

        Assert.Equal((ResultOutcome.Unchanged, true), (again.Outcome, again.Change.IsNothing));
        Assert.Equal((ResultOutcome.Older, true), (older.Outcome, older.Change.IsNothing));
        Assert.Equal((new DateOnly(2023, 4, 28), new DateOnly(2023, 4, 28)), (newer.CaptureApprovedOn, newer.ProofingStartsOn));
    }

    private static ResultDecision Approve(Student student, int day) =>
        ProofingDecider.Approve(student, new DateOnly(2023, 4, day), ProofingStart.CaptureApproval, Tracks.Day(0));
}
