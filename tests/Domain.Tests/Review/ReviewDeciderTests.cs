using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;

namespace PhotoFunctions.Domain.Tests.Review;

public sealed class ReviewDeciderTests
{
    private static readonly Dictionary<string, Student> Standings = new()
    {
        ["awaiting"] = Samples.Student,
        ["rejected"] = Acts.Rejected,
        ["in review"] = Acts.InReview,
        ["under appeal"] = Acts.UnderAppeal,
        ["accepted"] = Acts.Accepted,
    };

    // What is not here is transition-illegal.
    private static readonly Dictionary<(string, CollectionEvent), CollectionStatus> Legal = new()
    {
        [("in review", CollectionEvent.ReviewApproved)] = CollectionStatus.Accepted,
        [("in review", CollectionEvent.ReviewRefused)] = CollectionStatus.Rejected,
        [("rejected", CollectionEvent.AppealOpened)] = CollectionStatus.InReview,
        [("under appeal", CollectionEvent.AppealGranted)] = CollectionStatus.Accepted,
        [("under appeal", CollectionEvent.AppealDenied)] = CollectionStatus.Rejected,
    };

    public static MatrixTheoryData<string, CollectionEvent> AllPairs => new(Standings.Keys, Acts.All);

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void Lets_people_do_what_the_standing_allows(string standing, CollectionEvent happened)
    {
        var student = Standings[standing];

        // Another person than the one who appealed: else it would be the same act again.
        var decided = Acts.Decide(student, Acts.Act(student, happened, person: "李老师"));

        if (Legal.TryGetValue((standing, happened), out var status))
        {
            var after = decided.Value!.Student;
            Assert.Equal((status, Acts.At, happened), (after.Collection, after.CollectionSince, after.Photo!.Review!.Event));
        }
        else
        {
            Assert.Equal(FailureCodes.TransitionIllegal, decided.Failure?.Code);
        }
    }

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void Does_nothing_about_a_photo_that_is_another_one_by_now(string standing, CollectionEvent happened)
    {
        var student = Standings[standing];

        var failure = Acts.Decide(student, Acts.Create(happened, new string('0', 64))).Failure;

        Assert.Equal(student.Photo is null ? FailureCodes.TransitionIllegal : FailureCodes.PhotoChanged, failure?.Code);
    }

    [Fact]
    public void Answers_the_same_act_again_as_the_first_time_and_another_with_a_failure() => Assert.All(Legal.Keys, pair =>
    {
        var before = Standings[pair.Item1];
        var act = Acts.Act(before, pair.Item2);
        var after = Acts.Decide(before, act).Value!.Student;

        var again = Acts.Decide(after, act).Value!;

        Assert.Same(after, again.Student);
        Assert.Null(again.History);
        foreach (var other in new[] { act with { Person = "李老师" }, act with { Reason = "另一原因" } })
        {
            Assert.NotNull(Acts.Decide(after, other).Failure);
        }
    });

    [Fact]
    public void Tells_the_history_who_decided_what_about_which_photo()
    {
        var student = Acts.InReview;

        var line = Acts.Decide(student, Acts.Act(student, CollectionEvent.ReviewRefused, "头发遮眼")).Value!.History;

        Assert.Equal(
            new HistoryEntry
            {
                At = Acts.At,
                Event = "ReviewRefused",
                From = "InReview",
                To = "Rejected",
                By = "admin",
                Details = FailureCodes.HeadTilted,
                Sha256 = student.Photo!.Sha256,
                Person = "王老师",
                Reason = "头发遮眼",
            },
            line);
    }

    [Theory]
    [InlineData(CollectionEvent.ReviewApproved)]
    [InlineData(CollectionEvent.AppealGranted)]
    public void Leaves_nothing_against_a_photo_that_a_person_found_good(CollectionEvent happened)
    {
        var photo = Acts.Do(happened == CollectionEvent.ReviewApproved ? Acts.InReview : Acts.UnderAppeal, happened).Photo!;

        Assert.Empty(photo.CodesAgainst);
        Assert.True(photo.IsApprovedByPerson);
    }

    [Fact]
    public void Says_photo_refused_once_and_keeps_what_led_to_it()
    {
        var refused = Acts.Do(Acts.InReview, CollectionEvent.ReviewRefused);
        var denied = Acts.Do(Acts.Do(refused, CollectionEvent.AppealOpened), CollectionEvent.AppealDenied);

        foreach (var photo in new[] { refused.Photo!, denied.Photo! })
        {
            Assert.Equal([FailureCodes.PhotoRefused], photo.FaultCodes);
            Assert.Equal([FailureCodes.HeadTilted], photo.DoubtCodes);
            Assert.Single(photo.Outputs);
        }

        var after = Acts.Do(Acts.UnderAppeal, CollectionEvent.AppealDenied);
        Assert.Equal([FailureCodes.PhotoRefused, FailureCodes.BackgroundColour], after.Photo!.FaultCodes);
    }

    [Fact]
    public void Names_every_code_that_cannot_be_questioned()
    {
        var student = Acts.Deliver(Samples.Student, Samples.Judged("bad", "a", 0, Acts.Fault, PhotoFailures.Cmyk, PhotoFailures.Truncated));

        var failure = Acts.Decide(student, Acts.Act(student, CollectionEvent.AppealOpened)).Failure!;

        Assert.Equal(FailureCodes.AppealNotPossible, failure.Code);
        Assert.Contains("photo-cmyk photo-truncated", failure.Message.English, StringComparison.Ordinal);
        Assert.Contains("photo-cmyk photo-truncated", failure.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_no_second_appeal_for_the_same_photo_even_when_another_came_between()
    {
        var denied = Acts.Do(Acts.UnderAppeal, CollectionEvent.AppealDenied);
        var later = Acts.Deliver(
            Acts.Deliver(denied, Samples.Judged("other", "b", 1, Acts.Fault)), Samples.Judged("bad", "c", 2, Acts.Fault));

        foreach (var student in new[] { denied, later })
        {
            Assert.Equal(FailureCodes.AppealDecided, Acts.Decide(student, Acts.Act(student, CollectionEvent.AppealOpened)).Failure?.Code);
        }
    }

    [Fact]
    public void Lets_a_teaching_point_question_a_refusal_once()
    {
        var appealed = Acts.Do(Acts.Do(Acts.InReview, CollectionEvent.ReviewRefused), CollectionEvent.AppealOpened);

        Assert.Equal(ReviewKind.Appeal, appealed.Review);
        Assert.Empty(Acts.Do(appealed, CollectionEvent.AppealGranted).RefusedPhotos);
        Assert.Equal(
            [new RefusedPhoto(appealed.Photo!.Sha256!, IsFinal: true)], Acts.Do(appealed, CollectionEvent.AppealDenied).RefusedPhotos);
    }
}
