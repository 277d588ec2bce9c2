using System.Security.Cryptography;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Review;

/// <summary>Teaching points copy whole folders again, some days later: no review and no appeal may suffer from it.</summary>
public sealed class ReviewedFolderTests
{
    private const int SecondsAfterTheWindow = 90 * 86_400;
    private static readonly PixelInspection Good = ScriptedPhotoCodec.GoodPixels;
    private static readonly PhotoFingerprint Picture = PhotoFingerprint.Of(1, [2, 3, 4, 5]);

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.9)]
    public async Task Keeps_what_is_open_when_the_folder_comes_again_after_the_last_day(double blueShare)
    {
        var world = await UploadedAsync(blueShare);
        if (world.Student.Collection == CollectionStatus.Rejected)
        {
            await ActAsync(world, CollectionEvent.AppealOpened);
        }

        var kind = world.Student.Review;
        Assert.NotNull(kind);
        world.Upload("photo", second: SecondsAfterTheWindow);

        var report = await world.ReceiveAsync();

        Assert.Equal(UploadOutcome.Unchanged, report.Outcome);
        Assert.Equal(kind, world.Student.Review);
    }

    [Fact]
    public async Task Keeps_what_is_open_when_another_photo_comes_too_late()
    {
        var world = await UploadedAsync(0.4);
        world.Upload("another", second: SecondsAfterTheWindow);

        var report = await world.ReceiveAsync();

        Assert.Equal((UploadOutcome.Superseded, CollectionStatus.InReview), (report.Outcome, world.Student.Collection));
        Assert.Contains(FailureCodes.WindowClosed, report.Codes);
    }

    [Fact]
    public async Task Keeps_an_appeal_open_when_a_classmate_has_the_picture_meanwhile()
    {
        var world = await UploadedAsync(0.9);
        await ActAsync(world, CollectionEvent.AppealOpened);
        world.Codec.Measures(IntakeWorld.Bytes("classmate"), Good with { Fingerprint = Picture });
        world.Upload("classmate", IntakeWorld.ClassmatesInbox);
        await world.ReceiveAsync(IntakeWorld.ClassmatesInbox);
        world.Upload("photo", second: 60);

        Assert.Equal(UploadOutcome.Unchanged, (await world.ReceiveAsync()).Outcome);
        Assert.Equal(ReviewKind.Appeal, world.Student.Review);
    }

    [Fact]
    public async Task Never_accepts_a_refused_picture_in_another_file_by_itself()
    {
        var world = await UploadedAsync(0.4);
        await ActAsync(world, CollectionEvent.ReviewRefused);
        world.Codec.Measures(IntakeWorld.Bytes("photo, saved anew"), Good with { Fingerprint = Picture });
        world.Upload("photo, saved anew", second: 60);

        var report = await world.ReceiveAsync();

        Assert.Equal(UploadOutcome.InReview, report.Outcome);
        Assert.Equal([FailureCodes.PhotoResubmitted], report.Codes);
    }

    [Fact]
    public async Task Lets_nobody_appeal_again_with_the_same_picture_in_another_file()
    {
        var world = await UploadedAsync(0.9);
        await ActAsync(world, CollectionEvent.AppealOpened);
        await ActAsync(world, CollectionEvent.AppealDenied);
        world.Codec.Measures(IntakeWorld.Bytes("photo, saved anew"), Good with { BlueClothesShare = 0.9, Fingerprint = Picture });
        world.Upload("photo, saved anew", second: 60);
        await world.ReceiveAsync();

        Assert.Equal(FailureCodes.AppealDecided, (await ActAsync(world, CollectionEvent.AppealOpened)).Failure?.Code);
    }

    [Fact]
    public async Task Writes_an_output_that_the_cohort_requires_since_before_a_photo_is_approved()
    {
        var world = await UploadedAsync(0.4);

        var student = (await ActAsync(world, CollectionEvent.ReviewApproved, WithRequired(240))).Value!;

        Assert.Equal(CollectionStatus.Accepted, student.Collection);
        Assert.Equal(["platform-120x160", "new"], student.Photo!.Outputs.Select(output => output.Profile));
        Assert.All(student.Photo.Outputs, output => Assert.Contains((IntakeWorld.Key, output), world.Photos.Outputs));
    }

    [Fact]
    public async Task Approves_nothing_from_which_a_required_output_cannot_be_written()
    {
        var world = await UploadedAsync(0.4);
        world.Codec.Inspects(IntakeWorld.Bytes("photo"), ScriptedPhotoCodec.Good with { Width = 120, Height = 160 });

        var failure = (await ActAsync(world, CollectionEvent.ReviewApproved, WithRequired(240))).Failure;

        Assert.Equal(FailureCodes.OutputsMissing, failure?.Code);
        Assert.Equal(CollectionStatus.InReview, world.Student.Collection);
    }

    private static PhotoSpecification WithRequired(int width) => IntakeWorld.Rules with
    {
        Outputs = [OutputProfile.Platform, OutputProfile.Platform with { Name = "new", Width = width, Height = width * 4 / 3 }],
    };

    private static async Task<IntakeWorld> UploadedAsync(double blueShare)
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Measures(IntakeWorld.Bytes("photo"), Good with { BlueClothesShare = blueShare, Fingerprint = Picture });
        world.Upload("photo");
        await world.ReceiveAsync();
        return world;
    }

    private static Task<Result<Student>> ActAsync(IntakeWorld world, CollectionEvent happened, PhotoSpecification? rules = null) =>
        world.Review.DecideAsync(
            IntakeWorld.Key,
            IntakeWorld.Settings(rules),
            Acts.Create(happened, world.Student.Photo!.Sha256 ?? Convert.ToHexStringLower(SHA256.HashData([])), reason: "理由"),
            Actors.Administrator,
            TestContext.Current.CancellationToken);
}
