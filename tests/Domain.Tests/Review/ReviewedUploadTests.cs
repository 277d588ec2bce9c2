using CsCheck;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;

namespace PhotoFunctions.Domain.Tests.Review;

/// <summary>Uploads before and after a person decided.</summary>
public sealed class ReviewedUploadTests
{
    private static readonly Student Newcomer = Samples.Student;

    // A person acts at any moment between the deliveries, which come in any order.
    private static readonly Gen<(JudgedPhoto[] Photos, int[] Order, int Moment)> Deliveries =
        from photos in JudgedPhotos.OfChangingFortune
        from order in Gen.Shuffle(Enumerable.Range(0, photos.Length).ToArray())
        from moment in Gen.Int[1, photos.Length]
        select (photos, order, moment);

    [Fact]
    public void Keeps_a_photo_that_a_person_found_good_whatever_is_delivered_afterwards() => Deliveries.Sample(sample =>
    {
        var (before, after) = Split(sample);
        if (before.Collection == CollectionStatus.InReview)
        {
            var approved = Acts.Do(before, CollectionEvent.ReviewApproved);

            Assert.Same(approved, DeliverAll(approved, after));
        }
    });

    [Fact]
    public void Ends_after_a_refusal_as_if_those_bytes_had_been_faulty_from_the_start() => Deliveries.Sample(sample =>
    {
        var (before, after) = Split(sample);
        if (before.Collection == CollectionStatus.InReview)
        {
            var refused = Acts.Do(before, CollectionEvent.ReviewRefused);
            var knowing = Newcomer with { RefusedPhotos = refused.RefusedPhotos };

            Assert.Equal(StandingOf(DeliverAll(knowing, JudgedPhotos.InOrder(sample.Photos))), StandingOf(DeliverAll(refused, after)));
        }
    });

    [Fact]
    public void Ends_the_same_after_a_refusal_in_whatever_order_the_rest_is_delivered() => Deliveries.Sample(sample =>
    {
        var (before, after) = Split(sample);
        if (before.Collection == CollectionStatus.InReview)
        {
            var refused = Acts.Do(before, CollectionEvent.ReviewRefused);

            Assert.Equal(StandingOf(DeliverAll(refused, after)), StandingOf(DeliverAll(refused, after.Reverse())));
        }
    });

    [Fact]
    public void Supersedes_an_earlier_good_photo_without_a_look_once_a_person_approved()
    {
        var approved = Acts.Do(Deliver(Newcomer, Samples.Judged("grey", "a", 5, Acts.Doubt)), CollectionEvent.ReviewApproved);

        var earlier = UploadDecider.DecideUnseen(approved, Samples.Judged("good", "b", 1).Upload, Acts.At)!;
        var same = UploadDecider.DecideUnseen(approved, Samples.Judged("grey", "b", 1).Upload, Acts.At)!;
        var later = UploadDecider.DecideUnseen(approved, Samples.Judged("good", "b", 9).Upload, Acts.At)!;

        Assert.Equal((UploadOutcome.Superseded, FailureCodes.PhotoLocked), (earlier.Outcome, Assert.Single(earlier.Findings).Code));
        Assert.Equal(UploadOutcome.Unchanged, same.Outcome);
        Assert.Equal(UploadOutcome.PhotoLocked, later.Outcome);
    }

    [Fact]
    public void Leaves_refused_bytes_unchanged_when_they_come_again()
    {
        var refused = Acts.Do(Acts.InReview, CollectionEvent.ReviewRefused);

        var again = UploadDecider.Decide(refused, Samples.Judged("grey", "b", 1, Acts.Doubt), Acts.At);

        Assert.Equal(UploadOutcome.Unchanged, again.Outcome);
        Assert.Equal([FailureCodes.PhotoRefused, FailureCodes.HeadTilted], again.Findings.Select(finding => finding.Code));
        Assert.Null(again.History);
        Assert.Equal(refused.Photo!.Review, again.Student!.Photo!.Review);
    }

    [Fact]
    public void Rejects_refused_bytes_that_come_back_after_another_photo()
    {
        var refused = Acts.Do(Acts.InReview, CollectionEvent.ReviewRefused);
        var other = Deliver(refused, Samples.Judged("other", "b", 1, Acts.Fault));

        var back = UploadDecider.Decide(other, Samples.Judged("grey", "c", 2), Acts.At);

        Assert.Equal(UploadOutcome.Rejected, back.Outcome);
        Assert.Equal(FailureCodes.PhotoRefused, back.History!.Details);
    }

    [Fact]
    public void Accepts_an_earlier_good_photo_after_a_refusal()
    {
        var refused = Acts.Do(Deliver(Newcomer, Samples.Judged("grey", "a", 5, Acts.Doubt)), CollectionEvent.ReviewRefused);

        Assert.Equal(UploadOutcome.Accepted, UploadDecider.Decide(refused, Samples.Judged("good", "b", 1), Acts.At).Outcome);
    }

    [Fact]
    public void Lets_an_appeal_lapse_when_a_newer_photo_comes_and_says_so_in_the_history()
    {
        var newer = UploadDecider.Decide(Acts.UnderAppeal, Samples.Judged("newer", "b", 1, Acts.Doubt), Acts.At);

        Assert.Equal(ReviewKind.Findings, newer.Student!.Review);
        Assert.Equal(("PhotoSentToReview", "InReview"), (newer.History!.Event, newer.History.From));
        Assert.Equal(
            CollectionStatus.Rejected,
            UploadDecider.Decide(Acts.UnderAppeal, Samples.Judged("newer", "b", 1, PhotoFailures.Cmyk), Acts.At).Student!.Collection);
    }

    [Fact]
    public void Keeps_an_appeal_when_the_same_folder_is_copied_again()
    {
        var again = UploadDecider.Decide(Acts.UnderAppeal, Samples.Judged("bad", "b", 1, Acts.Fault), Acts.At);

        Assert.Equal((UploadOutcome.Unchanged, ReviewKind.Appeal), (again.Outcome, again.Student!.Review));
    }

    private static (Student Before, IEnumerable<JudgedPhoto> After) Split((JudgedPhoto[] Photos, int[] Order, int Moment) sample)
    {
        var delivered = sample.Order.Select(i => sample.Photos[i]).ToArray();
        return (DeliverAll(Newcomer, delivered[..sample.Moment]), delivered[sample.Moment..]);
    }

    private static (CollectionStatus, string?, UploadVersion) StandingOf(Student student) =>
        (student.Collection, student.Photo!.Sha256, student.Photo.Source);

    private static Student DeliverAll(Student student, IEnumerable<JudgedPhoto> photos) => photos.Aggregate(student, Deliver);

    private static Student Deliver(Student student, JudgedPhoto photo) => Acts.Deliver(student, photo);
}
