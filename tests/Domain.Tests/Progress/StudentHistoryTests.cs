using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Tests.Progress;

public sealed class StudentHistoryTests
{
    [Fact]
    public void Begins_where_everybody_begins() =>
        Assert.Equal(new Standing(CollectionStatus.Awaiting, ProofingStatus.NotDue, VerificationStatus.Pending), StudentHistory.Replay([]));

    [Fact]
    public void Follows_each_track_through_its_own_lines() => Assert.Equal(
        new Standing(CollectionStatus.Accepted, ProofingStatus.Disputed, VerificationStatus.InReview),
        StudentHistory.Replay(
        [
            Line("PhotoRejected", "Awaiting", "Rejected"),
            Line("IdentityFailed", "Pending", "Failed"),
            Line("PhotoAccepted", "Rejected", "Accepted"),
            Line("ProofingFellDue", "NotDue", "Due"),
            Line("IdentityReviewOpened", "Failed", "InReview"),
            Line("PictureDisputed", "Due", "Disputed"),
        ]));

    [Fact]
    public void Follows_corrections_from_any_status_to_any_other() => Assert.Equal(
        new Standing(CollectionStatus.Awaiting, ProofingStatus.NotDue, VerificationStatus.Pending),
        StudentHistory.Replay(
        [
            Line("PictureConfirmed", "NotDue", "Confirmed"),
            Line("ProofingCorrected", "Confirmed", "NotDue"),
            Line("IdentityFiled", "Pending", "Filed"),
            Line("VerificationCorrected", "Filed", "Pending"),
        ]));

    [Theory]
    [InlineData("UploadPutApart")]
    [InlineData("PersonConfirmed")]
    [InlineData("CaptureApproved")]
    [InlineData("RecaptureRequired")]
    public void Passes_over_lines_that_moved_no_track(string happened) =>
        Assert.Equal(Standing.Initial, StudentHistory.Replay([Line(happened, null, null)]));

    [Theory]
    [InlineData("PhotoAccepted", "Rejected", "Accepted")]
    [InlineData("PhotoAccepted", "Awaiting", "Rejected")]
    [InlineData("EarlierPhotoAccepted", "Awaiting", "Accepted")]
    [InlineData("CorrectionMade", "NotDue", "Due")]
    [InlineData("IdentityPassed", null, "Passed")]
    [InlineData("VerificationCorrected", "Pending", "Pending")]
    [InlineData("VerificationCorrected", "Pending", "NoSuchStatus")]
    [InlineData("NoSuchEvent", "Awaiting", "Accepted")]
    public void Refuses_a_line_that_does_not_follow_from_the_lines_before(string happened, string? from, string to) =>
        Assert.Throws<InvalidDataException>(() => StudentHistory.Replay([Line(happened, from, to)]));

    private static HistoryEntry Line(string happened, string? from, string? to) =>
        new() { At = Tracks.Start, Event = happened, From = from, To = to, By = "admin" };
}
