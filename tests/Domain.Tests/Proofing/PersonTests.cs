using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.Domain.Tests.Progress;
using PhotoFunctions.Domain.Tests.Review;

namespace PhotoFunctions.Domain.Tests.Proofing;

/// <summary>Whether the photo shows the student: a teacher's word, and what takes it back.</summary>
public sealed class PersonTests
{
    private static Student Confirmed => Tracks.Must(Confirm(Acts.Accepted)).Student;

    [Fact]
    public void Records_who_confirmed_which_photo_and_when()
    {
        var confirmed = Tracks.Must(Confirm(Acts.Accepted));

        var line = Assert.Single(confirmed.History);
        Assert.Equal(new PersonConfirmation("王老师", Tracks.Day(1), Acts.Accepted.Photo!.Sha256!), confirmed.Student.PersonConfirmed);
        Assert.Equal(("PersonConfirmed", null, "王老师"), (line.Event, line.To, line.Person));
        Assert.Equal(Acts.Accepted.Photo.Sha256, line.Sha256);
    }

    [Fact]
    public void Records_the_same_persons_word_once_and_another_persons_too()
    {
        Assert.True(Tracks.Must(Confirm(Confirmed)).IsNothing);
        Assert.Equal("李老师", Tracks.Must(Confirm(Confirmed, person: "李老师")).Student.PersonConfirmed?.By);
    }

    [Fact]
    public void Refuses_to_confirm_another_photo_than_the_student_has_now() =>
        Assert.Equal(FailureCodes.PhotoChanged, Confirm(Acts.Accepted, sha256: new string('0', 64)).Failure?.Code);

    [Fact]
    public void Refuses_to_confirm_a_photo_that_is_not_accepted()
    {
        Assert.Equal(FailureCodes.TransitionIllegal, Confirm(Acts.InReview).Failure?.Code);
        Assert.Equal(FailureCodes.TransitionIllegal, Confirm(Tracks.Newcomer, sha256: new string('0', 64)).Failure?.Code);
    }

    [Fact]
    public void Refuses_a_confirmation_by_the_student() => Assert.Equal(
        FailureCodes.ActorNotAllowed,
        PersonDecider.Confirm(Acts.Accepted, Acts.Accepted.Photo!.Sha256!, Tracks.By(Actors.Student), Tracks.Day(1)).Failure?.Code);

    [Fact]
    public void Does_not_hold_for_a_photo_that_takes_the_place_of_the_confirmed_one()
    {
        var replaced = Acts.Deliver(Confirmed, Samples.Judged("earlier", "b", -1));

        Assert.Equal(CollectionStatus.Accepted, replaced.Collection);
        Assert.Null(replaced.PersonConfirmed);
    }

    [Theory]
    [InlineData(CollectionEvent.PhotoReopened)]
    [InlineData(CollectionEvent.PersonDenied)]
    public void Unlocks_an_accepted_photo_and_takes_the_confirmation_back(CollectionEvent happened)
    {
        var decision = Acts.Decide(Confirmed, Acts.Act(Confirmed, happened)).Value!;

        Assert.Equal((CollectionStatus.Rejected, StudentStage.Collection), (decision.Student.Collection, decision.Student.Stage));
        Assert.Equal((happened.ToString(), "Accepted", "Rejected"), (decision.History!.Event, decision.History.From, decision.History.To));
        Assert.Equal([FailureCodes.PhotoRefused], decision.Student.Photo!.FaultCodes);
        Assert.Null(decision.Student.LastConfirmation);
        Assert.Null(Acts.Decide(decision.Student, Acts.Act(Confirmed, happened)).Value!.History);
    }

    [Theory]
    [InlineData(CollectionEvent.PhotoReopened)]
    [InlineData(CollectionEvent.PersonDenied)]
    public void Takes_another_photo_afterwards_but_not_the_same_bytes_again(CollectionEvent happened)
    {
        var unlocked = Acts.Do(Acts.Accepted, happened);

        var same = UploadDecider.Decide(unlocked, Samples.Judged("good", "b", 5), Acts.At);
        var another = UploadDecider.Decide(unlocked, Samples.Judged("another", "b", 5), Acts.At);

        Assert.Equal(CollectionStatus.Rejected, (same.Student ?? unlocked).Collection);
        Assert.Equal((UploadOutcome.Accepted, CollectionStatus.Accepted), (another.Outcome, another.Student!.Collection));
    }

    [Theory]
    [InlineData(CollectionEvent.PhotoReopened)]
    [InlineData(CollectionEvent.PersonDenied)]
    public void Leaves_a_way_back_from_a_slip_through_an_appeal_without_the_old_confirmation(CollectionEvent happened)
    {
        var appealed = Acts.Do(Acts.Do(Confirmed, happened), CollectionEvent.AppealOpened);
        var granted = Acts.Do(appealed, CollectionEvent.AppealGranted);

        Assert.Equal(CollectionStatus.Accepted, granted.Collection);
        Assert.Null(granted.PersonConfirmed);
    }

    private static Result<StudentChange> Confirm(Student student, string? sha256 = null, string person = "王老师") => PersonDecider.Confirm(
        student, sha256 ?? student.Photo!.Sha256!, Tracks.By(Actors.TeachingPoint, person), Tracks.Day(1));
}
