using CsCheck;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Tests.Photos;

public sealed class UploadDeciderTests
{
    private static readonly DateTimeOffset At = new(2023, 4, 21, 0, 0, 0, TimeSpan.Zero);
    private static readonly Student Newcomer = Samples.Student;

    [Fact]
    public void Ends_the_same_in_whatever_order_the_versions_are_delivered() => JudgedPhotos.OfOneStudent.Sample(photos =>
    {
        var expected = StandingOf(DeliverAll(JudgedPhotos.InOrder(photos)));

        foreach (var order in Permutations(photos))
        {
            Assert.Equal(expected, StandingOf(DeliverAll(order)));
        }
    });

    [Fact]
    public void Ends_the_same_when_versions_are_delivered_twice() =>
        JudgedPhotos.OfOneStudent.SelectMany(photos => Gen.Int[0, photos.Length - 1].Array[0, 18].Select(repeats => (photos, repeats)))
            .Sample((photos, repeats) =>
            {
                var deliveries = repeats.Select(i => photos[i]).Concat(photos);

                Assert.Equal(StandingOf(DeliverAll(JudgedPhotos.InOrder(photos))), StandingOf(DeliverAll(deliveries)));
            });

    // The same bytes may be good on one day and too late on the next.
    [Fact]
    public void Ends_the_same_even_when_the_same_bytes_fare_differently() => JudgedPhotos.OfChangingFortune.Sample(photos =>
    {
        var expected = StandingOf(DeliverAll(JudgedPhotos.InOrder(photos)));

        foreach (var order in Permutations(photos))
        {
            Assert.Equal(expected, StandingOf(DeliverAll(order)));
        }
    });

    [Fact]
    public void Ends_with_the_earliest_acceptable_or_else_the_newest_version() => JudgedPhotos.OfOneStudent.Sample(photos =>
    {
        var ordered = JudgedPhotos.InOrder(photos);
        var deciding = ordered.FirstOrDefault(photo => photo.IsAcceptable) ?? ordered[^1];

        var student = DeliverAll(photos);

        Assert.Equal(
            deciding.IsAcceptable ? CollectionStatus.Accepted : deciding.IsReviewable ? CollectionStatus.InReview : CollectionStatus.Rejected,
            student.Collection);
        Assert.Equal(deciding.Upload.Version, student.Photo!.Source);
        Assert.Equal(deciding.Upload.Sha256, student.Photo.Sha256);
        Assert.Equal(deciding.Faults.Select(fault => fault.Code), student.Photo.FaultCodes);
        Assert.Equal(deciding.Outputs.Select(output => output.Reference), student.Photo.Outputs);
    });

    [Fact]
    public void Tells_in_every_outcome_what_it_does() => JudgedPhotos.OfChangingFortune.Sample(photos =>
    {
        var student = Newcomer;
        foreach (var photo in photos)
        {
            var decision = UploadDecider.Decide(student, photo, At);
            AssertConsistent(student, photo, decision);
            student = decision.Student ?? student;
        }
    });

    [Fact]
    public void Accepts_a_first_good_photo()
    {
        var photo = Samples.Judged("good", "a", 0);

        var decision = UploadDecider.Decide(Newcomer, photo, At);

        Assert.Equal(UploadOutcome.Accepted, decision.Outcome);
        Assert.Equal(At, decision.Student!.CollectionSince);
        Assert.Equal(
            new HistoryEntry { At = At, Event = "PhotoAccepted", From = "Awaiting", To = "Accepted", By = "pipeline" }, decision.History);
    }

    [Fact]
    public void Rejects_a_first_bad_photo_with_all_its_faults()
    {
        var photo = Samples.Judged("bad", "a", 0, PhotoFailures.Greyscale, PhotoFailures.Cmyk);

        var decision = UploadDecider.Decide(Newcomer, photo, At);

        Assert.Equal(UploadOutcome.Rejected, decision.Outcome);
        Assert.Equal(photo.Faults, decision.Findings);
        Assert.Equal([FailureCodes.PhotoGreyscale, FailureCodes.PhotoCmyk], decision.Student!.Photo!.FaultCodes);
        Assert.Equal("photo-greyscale photo-cmyk", decision.History!.Details);
    }

    [Fact]
    public void Keeps_the_day_since_when_the_collection_stands_where_it_stands()
    {
        var rejected = Deliver(Newcomer, Samples.Judged("bad", "a", 0, PhotoFailures.Cmyk));
        var again = UploadDecider.Decide(rejected, Samples.Judged("worse", "b", 1, PhotoFailures.Greyscale), At.AddDays(1)).Student!;

        Assert.Equal(At, again.CollectionSince);
        Assert.Equal(At.AddDays(2), UploadDecider.Decide(again, Samples.Judged("good", "c", 2), At.AddDays(2)).Student!.CollectionSince);
    }

    [Fact]
    public void Answers_locked_without_a_look_at_the_picture()
    {
        var accepted = Deliver(Newcomer, Samples.Judged("good", "a", 1));

        var later = UploadDecider.DecideUnseen(accepted, Samples.Judged("other", "b", 2).Upload, At)!;
        var same = UploadDecider.DecideUnseen(accepted, Samples.Judged("good", "b", 2).Upload, At)!;

        Assert.Equal(UploadOutcome.PhotoLocked, later.Outcome);
        Assert.Equal(FailureCodes.PhotoLocked, Assert.Single(later.Findings).Code);
        Assert.Equal(UploadOutcome.Unchanged, same.Outcome);
        Assert.Null(UploadDecider.DecideUnseen(accepted, Samples.Judged("other", "b", 0).Upload, At));
        Assert.Null(UploadDecider.DecideUnseen(Newcomer, Samples.Judged("other", "b", 0).Upload, At));
    }

    [Fact]
    public void Rejects_the_same_bytes_again_when_the_reasons_are_others()
    {
        var rejected = Deliver(Newcomer, Samples.Judged("bad", "a", 0, PhotoFailures.Cmyk));

        var decision = UploadDecider.Decide(rejected, Samples.Judged("bad", "b", 1, PhotoFailures.Cmyk, PhotoFailures.Transparent), At);

        Assert.Equal(UploadOutcome.Rejected, decision.Outcome);
        Assert.NotNull(decision.History);
    }

    [Fact]
    public void Rejects_every_photo_too_large_to_be_read_for_itself()
    {
        var unread = Samples.Judged("x", "a", 0) with
        {
            Upload = new UploadedPhoto(Samples.Version("a", 0), 30_000_000, default),
            Faults = [PhotoFailures.TooLarge(20_000_000, 30_000_000)],
            Outputs = [],
        };
        var rejected = Deliver(Newcomer, unread);

        Assert.Null(rejected.Photo!.Sha256);
        var again = unread with { Upload = new UploadedPhoto(Samples.Version("b", 1), 30_000_000, default) };
        Assert.Equal(UploadOutcome.Rejected, UploadDecider.Decide(rejected, again, At).Outcome);
    }

    private static void AssertConsistent(Student before, JudgedPhoto photo, UploadDecision decision)
    {
        var after = decision.Student ?? before;
        Assert.Equal(At, decision.At);
        Assert.Equal(before with { Collection = after.Collection, CollectionSince = after.CollectionSince, Photo = after.Photo }, after);
        Assert.Equal(decision.Outcome is UploadOutcome.Accepted or UploadOutcome.InReview or UploadOutcome.Rejected, decision.History is not null);
        switch (decision.Outcome)
        {
            case UploadOutcome.Accepted:
                Assert.True(photo.IsAcceptable);
                Assert.Equal((CollectionStatus.Accepted, photo.Upload.Version), (after.Collection, after.Photo!.Source));
                break;
            case UploadOutcome.Rejected:
                Assert.False(photo.IsAcceptable);
                Assert.Equal((CollectionStatus.Rejected, photo.Upload.Version), (after.Collection, after.Photo!.Source));
                Assert.Equal(photo.Findings, decision.Findings);
                break;
            case UploadOutcome.InReview:
                Assert.True(photo.IsReviewable);
                Assert.Equal((CollectionStatus.InReview, photo.Upload.Version), (after.Collection, after.Photo!.Source));
                Assert.Equal(photo.Findings, decision.Findings);
                break;
            case UploadOutcome.Unchanged:
                Assert.Equal(before.Photo!.Sha256, photo.Upload.Sha256);
                Assert.Equal(before, after with { Photo = after.Photo! with { Source = before.Photo.Source } });
                break;
            case UploadOutcome.Superseded:
                Assert.False(photo.IsAcceptable);
                Assert.Null(decision.Student);
                break;
            case UploadOutcome.PhotoLocked:
                Assert.Equal(CollectionStatus.Accepted, before.Collection);
                Assert.Null(decision.Student);
                break;
            default:
                Assert.Fail($"Not an outcome of a judged photo: {decision.Outcome}.");
                break;
        }
    }

    private static (CollectionStatus, string?, UploadVersion) StandingOf(Student student) =>
        (student.Collection, student.Photo!.Sha256, student.Photo.Source);

    private static Student Deliver(Student student, JudgedPhoto photo) => UploadDecider.Decide(student, photo, At).Student ?? student;

    // What the store does: a version that is in the ledger is not decided twice.
    private static Student DeliverAll(IEnumerable<JudgedPhoto> deliveries, Student? student = null) =>
        deliveries.DistinctBy(photo => photo.Upload.Version).Aggregate(student ?? Newcomer, Deliver);

    private static IEnumerable<JudgedPhoto[]> Permutations(JudgedPhoto[] photos) => photos.Length == 0
        ? [[]]
        : photos.SelectMany((first, i) =>
            Permutations([.. photos[..i], .. photos[(i + 1)..]]).Select(rest => (JudgedPhoto[])[first, .. rest]));
}
