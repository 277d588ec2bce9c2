using System.Security.Cryptography;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Review;

public sealed class PhotoAppealTests
{
    private static readonly byte[] Bad = IntakeWorld.Bytes("bad");

    private static readonly PixelInspection Blue = ScriptedPhotoCodec.GoodPixels with { BlueClothesShare = 0.9 };

    [Fact]
    public async Task Writes_the_outputs_that_the_rejected_photo_did_not_have()
    {
        var world = await RejectedAsync();
        Assert.Empty(world.Photos.Outputs);

        var student = (await AppealAsync(world)).Value!;

        Assert.Equal((CollectionStatus.InReview, ReviewKind.Appeal), (student.Collection, student.Review));
        Assert.Equal([FailureCodes.ClothesBlue], student.Photo!.FaultCodes);
        Assert.Equal([(IntakeWorld.Key, Assert.Single(student.Photo.Outputs))], world.Photos.Outputs);
        Assert.Equal(["PhotoRejected", "AppealOpened"], EventsOf(world));
    }

    [Fact]
    public async Task Needs_nothing_more_when_the_appeal_is_upheld()
    {
        var world = await RejectedAsync();
        var appealed = (await AppealAsync(world)).Value!;

        var granted = await world.Review.DecideAsync(
            IntakeWorld.Key,
            IntakeWorld.Settings(),
            Acts.Act(appealed, CollectionEvent.AppealGranted),
            Actors.Administrator,
            TestContext.Current.CancellationToken);

        Assert.Equal(CollectionStatus.Accepted, granted.Value?.Collection);
        Assert.Equal(appealed.Photo!.Outputs, granted.Value!.Photo!.Outputs);
    }

    [Fact]
    public async Task Stores_the_outputs_once_however_often_it_is_said()
    {
        var world = await RejectedAsync();
        await AppealAsync(world);
        world.Faults.FailAt(0, afterEffect: false);

        Assert.Equal(CollectionStatus.InReview, (await AppealAsync(world)).Value?.Collection);

        Assert.Equal(1, world.Faults.Calls);
        Assert.Equal(["PhotoRejected", "AppealOpened"], EventsOf(world));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Can_be_made_again_after_an_outage_at_any_call(int call)
    {
        foreach (var afterEffect in new[] { false, true })
        {
            var world = await RejectedAsync();
            world.Faults.FailAt(call, afterEffect);
            await Assert.ThrowsAsync<SimulatedOutageException>(() => AppealAsync(world));

            Assert.Equal(CollectionStatus.InReview, (await AppealAsync(world)).Value?.Collection);
            Assert.Equal(["PhotoRejected", "AppealOpened"], EventsOf(world));
        }
    }

    [Fact]
    public async Task Is_not_possible_when_a_required_output_cannot_be_written()
    {
        var world = await RejectedAsync();
        world.Codec.FailsToWrite(Bad, PhotoFailures.OutputBytes(OutputProfile.Platform, 20_000));

        await AssertNotPossibleAsync(world, FailureCodes.OutputBytes);
    }

    [Fact]
    public async Task Is_not_possible_when_the_file_cannot_be_decoded_any_more()
    {
        var world = await RejectedAsync();
        world.Codec.FailsToDecode(Bad, PhotoFailures.DecoderCrashed);

        await AssertNotPossibleAsync(world, FailureCodes.DecoderCrashed);
    }

    [Fact]
    public async Task Is_not_possible_when_the_header_speaks_against_the_photo_by_now()
    {
        var world = await RejectedAsync();
        world.Codec.Inspects(Bad, ScriptedPhotoCodec.Good with { Width = 90, Height = 120 });

        await AssertNotPossibleAsync(world, FailureCodes.PhotoTooSmall);
    }

    [Fact]
    public async Task Is_not_possible_without_the_original()
    {
        var world = await RejectedAsync();
        world.Students.Change(IntakeWorld.Key, student => student with { Photo = student.Photo! with { Sha256 = new string('0', 64) } });

        Assert.Equal(FailureCodes.AppealNotPossible, (await AppealAsync(world, new string('0', 64))).Failure?.Code);
    }

    [Fact]
    public async Task Writes_nothing_for_a_photo_whose_fault_is_a_fact()
    {
        var world = await RejectedAsync();
        string[] codes = [FailureCodes.WindowClosed, FailureCodes.ClothesBlue];
        world.Students.Change(IntakeWorld.Key, student => student with { Photo = student.Photo! with { FaultCodes = codes } });

        await AssertNotPossibleAsync(world, FailureCodes.WindowClosed);
        Assert.Empty(world.Photos.Outputs);
    }

    private static async Task AssertNotPossibleAsync(IntakeWorld world, string code)
    {
        var failure = (await AppealAsync(world)).Failure!;

        Assert.Equal(FailureCodes.AppealNotPossible, failure.Code);
        Assert.Contains(code, failure.Message.English, StringComparison.Ordinal);
        Assert.Equal(CollectionStatus.Rejected, world.Student.Collection);
    }

    private static async Task<IntakeWorld> RejectedAsync()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Measures(Bad, Blue);
        world.Upload("bad");
        Assert.Equal(UploadOutcome.Rejected, (await world.ReceiveAsync()).Outcome);
        return world;
    }

    private static async Task<Result<Student>> AppealAsync(IntakeWorld world, string? sha256 = null)
    {
        var rules = PhotoSpecification.Default with { MaxBytes = 1_000, Outputs = [OutputProfile.Platform] };
        var appeal = Acts.Create(CollectionEvent.AppealOpened, sha256 ?? Convert.ToHexStringLower(SHA256.HashData(Bad)));
        return await world.Review.DecideAsync(
            IntakeWorld.Key, IntakeWorld.Settings(rules), appeal, Actors.TeachingPoint, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> EventsOf(IntakeWorld world) =>
        world.Students.HistoryOf(IntakeWorld.Key).Select(line => line.Event);
}
