using System.Security.Cryptography;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Review;

public sealed class PhotoReviewTests
{
    private static readonly PixelInspection Tilted =
        ScriptedPhotoCodec.GoodPixels with { Face = ScriptedPhotoCodec.GoodPixels.Face! with { RollDegrees = 6 } };

    [Fact]
    public async Task Approves_a_photo_in_review_and_locks_it()
    {
        var world = await InReviewAsync();

        var student = (await DecideAsync(world, CollectionEvent.ReviewApproved)).Value!;

        Assert.Equal(CollectionStatus.Accepted, student.Collection);
        Assert.Equal(student, world.Student);
        world.Upload("another", second: 60);
        Assert.Equal(UploadOutcome.PhotoLocked, (await world.ReceiveAsync()).Outcome);
        Assert.Equal(["PhotoSentToReview", "ReviewApproved"], EventsOf(world));
    }

    [Fact]
    public async Task Refuses_with_a_reason_and_keeps_both_pictures()
    {
        var world = await InReviewAsync();

        var student = (await DecideAsync(world, CollectionEvent.ReviewRefused)).Value!;

        Assert.Equal(CollectionStatus.Rejected, student.Collection);
        Assert.Equal("理由", world.Students.HistoryOf(IntakeWorld.Key)[^1].Reason);
        Assert.Single(world.Photos.Originals);
        Assert.Single(world.Photos.Outputs);
    }

    [Fact]
    public async Task Finds_no_student_where_none_is()
    {
        var world = await InReviewAsync();
        world.Students.Forget(IntakeWorld.Key);

        Assert.Equal(FailureCodes.StudentNumberUnknown, (await DecideAsync(world, CollectionEvent.ReviewApproved)).Failure?.Code);
    }

    [Fact]
    public async Task Does_nothing_when_a_newer_photo_gets_in_between()
    {
        var world = await InReviewAsync();
        world.Students.BeforeNextCommit = () => UploadNewer(world);

        Assert.Equal(FailureCodes.PhotoChanged, (await DecideAsync(world, CollectionEvent.ReviewApproved)).Failure?.Code);
        Assert.Equal(CollectionStatus.Rejected, world.Student.Collection);
    }

    [Fact]
    public async Task Lets_the_newer_photo_find_a_lock_when_the_person_gets_in_between()
    {
        var world = await InReviewAsync();
        world.Upload("newer", second: 60);
        world.Students.BeforeNextCommit = () => Finish(DecideAsync(world, CollectionEvent.ReviewApproved));

        Assert.Equal(UploadOutcome.PhotoLocked, (await world.ReceiveAsync()).Outcome);
        Assert.Equal(CollectionStatus.Accepted, world.Student.Collection);
    }

    [Fact]
    public async Task Lets_one_of_two_people_win()
    {
        var world = await InReviewAsync();
        world.Students.BeforeNextCommit = () => Finish(DecideAsync(world, CollectionEvent.ReviewRefused));

        var approval = await DecideAsync(world, CollectionEvent.ReviewApproved);

        Assert.Equal(FailureCodes.TransitionIllegal, approval.Failure?.Code);
        Assert.Equal(CollectionStatus.Rejected, world.Student.Collection);
        Assert.Equal(["PhotoSentToReview", "ReviewRefused"], EventsOf(world));
    }

    [Fact]
    public async Task Answers_as_the_first_time_after_a_lost_answer()
    {
        var world = await InReviewAsync();
        world.Faults.FailAt(1, afterEffect: true);
        await Assert.ThrowsAsync<SimulatedOutageException>(() => DecideAsync(world, CollectionEvent.ReviewRefused));

        var again = await DecideAsync(world, CollectionEvent.ReviewRefused);

        Assert.Equal(CollectionStatus.Rejected, again.Value?.Collection);
        Assert.Equal(["PhotoSentToReview", "ReviewRefused"], EventsOf(world));
    }

    private static async Task<IntakeWorld> InReviewAsync()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Measures(IntakeWorld.Bytes("grey"), Tilted);
        world.Upload("grey");
        Assert.Equal(UploadOutcome.InReview, (await world.ReceiveAsync()).Outcome);
        return world;
    }

    private static Task<Result<Student>> DecideAsync(IntakeWorld world, CollectionEvent happened)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(IntakeWorld.Bytes("grey")));
        return world.Review.DecideAsync(
            IntakeWorld.Key,
            IntakeWorld.Settings(),
            Acts.Create(happened, sha256, reason: "理由"),
            Actors.Administrator,
            TestContext.Current.CancellationToken);
    }

    private static void UploadNewer(IntakeWorld world)
    {
        world.Codec.Inspects(IntakeWorld.Bytes("newer"), PhotoFailures.NotAnImage);
        world.Upload("newer", second: 60);
        Finish(world.ReceiveAsync());
    }

    // The stores in memory finish at once.
    private static void Finish(Task work) => Assert.True(work.IsCompletedSuccessfully);

    private static IEnumerable<string> EventsOf(IntakeWorld world) =>
        world.Students.HistoryOf(IntakeWorld.Key).Select(line => line.Event);
}
