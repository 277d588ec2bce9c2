using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.Domain.Tests.Review;
using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.Domain.Tests.Upkeep;

public sealed class DuplicateDeciderTests
{
    private static readonly PhotoFingerprint Seen = PhotoFingerprint.Of(1, [1, 2, 3, 4]);

    [Fact]
    public void Sends_an_accepted_photo_to_a_person_with_a_line_of_history()
    {
        var student = With(Acts.Accepted);

        var decision = Decide(student);

        Assert.Equal((CollectionStatus.InReview, ReviewKind.Findings), (decision.Student.Collection, decision.Student.Review));
        Assert.Equal([FailureCodes.PhotoDuplicateInCohort], decision.Student.Photo!.DoubtCodes);
        Assert.Equal(student.Photo!.Outputs, decision.Student.Photo.Outputs);
        Assert.Equal(("DuplicateFound", "Accepted", "InReview"), (decision.History!.Event, decision.History.From, decision.History.To));
    }

    [Fact]
    public void Adds_the_doubt_to_a_photo_that_is_in_review_already()
    {
        var student = With(Acts.InReview);

        var decision = Decide(student);

        Assert.Equal([.. student.Photo!.DoubtCodes, FailureCodes.PhotoDuplicateInCohort], decision.Student.Photo!.DoubtCodes);
        Assert.Equal(student.CollectionSince, decision.Student.CollectionSince);
    }

    [Fact]
    public void Does_nothing_the_second_time() => AssertStays(Decide(With(Acts.Accepted)).Student);

    [Fact]
    public void Does_nothing_to_a_photo_that_a_person_found_good() =>
        AssertStays(With(Acts.Do(Acts.InReview, CollectionEvent.ReviewApproved)));

    [Fact]
    public void Does_nothing_to_an_appeal() => AssertStays(With(Acts.UnderAppeal));

    [Fact]
    public void Does_nothing_when_another_photo_came_since() => AssertStays(
        Acts.Accepted with { Photo = Acts.Accepted.Photo! with { Fingerprint = PhotoFingerprint.Of(2, [1, 2, 3, 4]) } });

    [Fact]
    public void Fails_for_a_photo_that_was_rejected_meanwhile() => Assert.Equal(
        FailureCodes.TransitionIllegal, DuplicateDecider.Decide(With(Acts.Rejected), Suspect(Acts.Rejected), Acts.At).Failure?.Code);

    [Fact]
    public void Is_not_got_around_by_the_same_bytes_uploaded_again()
    {
        var found = Decide(With(Acts.Accepted)).Student;

        var decision = UploadDecider.Decide(found, Samples.Judged("good", "a", 9) with { Fingerprint = Seen }, Acts.At);

        Assert.Equal(UploadOutcome.Unchanged, decision.Outcome);
        Assert.Equal(CollectionStatus.InReview, decision.Student!.Collection);
    }

    [Fact]
    public void Ends_with_another_photo()
    {
        var found = Decide(With(Acts.Accepted)).Student;

        var decision = UploadDecider.Decide(found, Samples.Judged("another", "a", 9), Acts.At);

        Assert.Equal((UploadOutcome.Accepted, CollectionStatus.Accepted), (decision.Outcome, decision.Student!.Collection));
    }

    [Fact]
    public void Ends_with_a_persons_approval_for_good()
    {
        var approved = Acts.Do(Decide(With(Acts.Accepted)).Student, CollectionEvent.ReviewApproved);

        Assert.Equal(CollectionStatus.Accepted, approved.Collection);
        AssertStays(approved);
    }

    private static Student With(Student student) => student with { Photo = student.Photo! with { Fingerprint = Seen } };

    private static StudentPicture Suspect(Student student) =>
        new() { Student = student.Key, Collection = student.Collection, Fingerprint = Seen };

    private static ReviewDecision Decide(Student student) => DuplicateDecider.Decide(student, Suspect(student), Acts.At).Value!;

    private static void AssertStays(Student student)
    {
        var decision = Decide(student);
        Assert.Null(decision.History);
        Assert.Same(student, decision.Student);
    }
}
