using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;

namespace PhotoFunctions.Domain.Tests.Review;

public sealed class ReviewStatisticsTests
{
    [Fact]
    public void Count_for_every_check_what_became_of_its_findings()
    {
        var statistics = new ReviewStatistics();
        Count(statistics, "PhotoSentToReview head-tilted", "ReviewApproved head-tilted", "PhotoSentToReview head-tilted crown-outside");
        Count(statistics, "ReviewRefused head-tilted crown-outside");
        Count(statistics, "PhotoRejected face-dark", "AppealOpened face-dark", "AppealGranted face-dark");
        Count(statistics, "AppealOpened photo-refused head-tilted", "AppealDenied photo-refused head-tilted");

        Assert.Equal(
            [
                new CheckStatistics("crown-outside") { SentToReview = 1, Refused = 1 },
                new CheckStatistics("face-dark") { Rejected = 1, Appealed = 1, Granted = 1 },
                new CheckStatistics("head-tilted") { SentToReview = 2, Approved = 1, Refused = 1, Appealed = 1, Denied = 1 },
                new CheckStatistics("photo-refused") { Appealed = 1, Denied = 1 },
            ],
            statistics.Checks);
    }

    [Fact]
    public void Leave_other_lines_of_history_out()
    {
        var statistics = new ReviewStatistics();
        Count(statistics, "PhotoAccepted ", "EarlierPhotoAccepted ", "UploadPoisoned processing-failed", "UploadPutApart decoder-crashed");

        Assert.Empty(statistics.Checks);
    }

    [Fact]
    public void Add_up_over_teaching_points()
    {
        var (one, other) = (new ReviewStatistics(), new ReviewStatistics());
        Count(one, "PhotoRejected face-dark");
        Count(other, "PhotoRejected face-dark face-glare");

        one.Add(other);

        Assert.Equal(
            [new CheckStatistics("face-dark") { Rejected = 2 }, new CheckStatistics("face-glare") { Rejected = 1 }], one.Checks);
    }

    [Fact]
    public void Blame_no_doubt_for_what_a_fault_did()
    {
        var decision = Domain.Photos.UploadDecider.Decide(Samples.Student, Samples.Judged("bad", "a", 0, Acts.Fault, Acts.Doubt), Acts.At);

        Assert.Equal(FailureCodes.BackgroundColour, decision.History!.Details);
    }

    [Fact]
    public void Count_what_a_refusal_was_about_when_it_is_questioned()
    {
        Student refused = Acts.Do(Acts.InReview, CollectionEvent.ReviewRefused);

        var line = Acts.Decide(refused, Acts.Act(refused, CollectionEvent.AppealOpened)).Value!.History!;

        Assert.Equal($"{FailureCodes.PhotoRefused} {FailureCodes.HeadTilted}", line.Details);
    }

    private static void Count(ReviewStatistics statistics, params string[] lines)
    {
        foreach (var line in lines)
        {
            var words = line.Split(' ', 2);
            statistics.Add(words[0], words[1]);
        }
    }
}
