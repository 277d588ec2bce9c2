using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Photos;

/// <summary>What the checks of the picture make of an upload, on its whole way.</summary>
public sealed class PictureFindingsTests
{
    private static readonly PixelInspection Good = ScriptedPhotoCodec.GoodPixels;

    [Fact]
    public async Task Sends_a_doubtful_photo_to_review_with_its_findings_and_pictures()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Measures(IntakeWorld.Bytes("doubtful"), Good with { BlueClothesShare = 0.4, Light = new LightFacts(80, 0.1, 0) });
        world.Upload("doubtful");

        var report = await world.ReceiveAsync();

        Assert.Equal(UploadOutcome.InReview, report.Outcome);
        Assert.Equal([FailureCodes.ClothesBlue, FailureCodes.FaceGlare], report.Codes);
        Assert.Equal(CollectionStatus.InReview, world.Student.Collection);
        Assert.Equal([FailureCodes.ClothesBlue, FailureCodes.FaceGlare], world.Student.Photo!.DoubtCodes);
        Assert.Empty(world.Student.Photo.FaultCodes);
        Assert.Equal((IntakeWorld.Key, world.Student.Photo.Sha256), Assert.Single(world.Photos.Originals));
        Assert.Equal((IntakeWorld.Key, Assert.Single(world.Student.Photo.Outputs)), Assert.Single(world.Photos.Outputs));
        Assert.Equal("PhotoSentToReview", Assert.Single(world.Students.HistoryOf(IntakeWorld.Key)).Event);
    }

    [Fact]
    public async Task Rejects_a_faulty_photo_and_says_its_doubts_too()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Measures(IntakeWorld.Bytes("bad"), Good with { BlueClothesShare = 0.9, Light = new LightFacts(80, 0.1, 0) });
        world.Upload("bad");

        var report = await world.ReceiveAsync();

        Assert.Equal(UploadOutcome.Rejected, report.Outcome);
        Assert.Equal([FailureCodes.ClothesBlue, FailureCodes.FaceGlare], report.Codes);
        Assert.Empty(world.Photos.Outputs);
    }

    [Fact]
    public async Task Accepts_a_better_photo_in_place_of_the_one_in_review()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Measures(IntakeWorld.Bytes("doubtful"), Good with { BlueClothesShare = 0.4 });
        world.Upload("doubtful");
        await world.ReceiveAsync();
        world.Upload("good", second: 1);

        Assert.Equal(UploadOutcome.Accepted, (await world.ReceiveAsync()).Outcome);
        Assert.Equal(CollectionStatus.Accepted, world.Student.Collection);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(28)]
    public async Task Lets_a_person_look_when_a_classmate_has_the_same_picture_or_nearly_so(int differentBits)
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Measures(IntakeWorld.Bytes("first"), Good with { Fingerprint = Fingerprint(0) });
        world.Codec.Measures(IntakeWorld.Bytes("second"), Good with { Fingerprint = Fingerprint(differentBits) });
        world.Upload("first");
        world.Upload("second", IntakeWorld.ClassmatesInbox);

        Assert.Equal(UploadOutcome.Accepted, (await world.ReceiveAsync()).Outcome);
        var report = await world.ReceiveAsync(IntakeWorld.ClassmatesInbox);

        Assert.Equal(UploadOutcome.InReview, report.Outcome);
        Assert.Equal([FailureCodes.PhotoDuplicate], report.Codes);
        var text = Assert.Single(world.Students.Ledger[^1].Findings).Message;
        Assert.All([text.Chinese, text.English], each => Assert.DoesNotContain("2021001", each, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accepts_pictures_that_differ_enough()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Measures(IntakeWorld.Bytes("first"), Good with { Fingerprint = Fingerprint(0) });
        world.Codec.Measures(IntakeWorld.Bytes("second"), Good with { Fingerprint = Fingerprint(29) });
        world.Upload("first");
        world.Upload("second", IntakeWorld.ClassmatesInbox);

        await world.ReceiveAsync();

        Assert.Equal(UploadOutcome.Accepted, (await world.ReceiveAsync(IntakeWorld.ClassmatesInbox)).Outcome);
    }

    [Fact]
    public async Task Does_not_hold_a_students_second_photo_against_the_first()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Measures(IntakeWorld.Bytes("doubtful"), Good with { BlueClothesShare = 0.4, Fingerprint = Fingerprint(0) });
        world.Codec.Measures(IntakeWorld.Bytes("better"), Good with { Fingerprint = Fingerprint(3) });
        world.Upload("doubtful");
        await world.ReceiveAsync();
        world.Upload("better", second: 1);

        Assert.Equal(UploadOutcome.Accepted, (await world.ReceiveAsync()).Outcome);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public async Task Says_that_the_rejected_picture_came_again(int differentBits, bool isSaid)
    {
        var world = await IntakeWorld.CreateAsync();
        var blurred = Good with { Sharpness = new SharpnessFacts(0.9, 10) };
        world.Codec.Measures(IntakeWorld.Bytes("blurred"), blurred with { Fingerprint = Fingerprint(0) });
        world.Codec.Measures(IntakeWorld.Bytes("saved anew"), blurred with { Fingerprint = Fingerprint(differentBits) });
        world.Upload("blurred");
        await world.ReceiveAsync();
        world.Upload("saved anew", second: 1);

        var report = await world.ReceiveAsync();

        Assert.Equal(UploadOutcome.Rejected, report.Outcome);
        Assert.Equal(
            isSaid ? [FailureCodes.PhotoResubmitted, FailureCodes.PhotoBlurred] : [FailureCodes.PhotoBlurred],
            world.Students.Ledger[^1].Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Tells_the_resubmitted_picture_by_the_cohorts_own_rule()
    {
        var rules = PhotoSpecification.Default with { Duplicates = new DuplicateRules { MaxFineBits = 2, ReviewFineBits = 2 } };
        var world = await IntakeWorld.CreateAsync(rules);
        var blurred = Good with { Sharpness = new SharpnessFacts(0.9, 10) };
        world.Codec.Measures(IntakeWorld.Bytes("blurred"), blurred with { Fingerprint = Fingerprint(0) });
        world.Codec.Measures(IntakeWorld.Bytes("another"), blurred with { Fingerprint = Fingerprint(3) });
        world.Upload("blurred");
        await world.ReceiveAsync();
        world.Upload("another", second: 1);

        await world.ReceiveAsync();

        Assert.Equal([FailureCodes.PhotoBlurred], world.Students.Ledger[^1].Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Puts_a_dangerous_file_apart_though_it_only_seemed_to_lie_on_its_side()
    {
        var world = await IntakeWorld.CreateAsync(PhotoSpecification.Default);
        world.Codec.Inspects(IntakeWorld.Bytes("deadly"), ScriptedPhotoCodec.Good with { Width = 640, Height = 480 });
        world.Codec.FailsToDecode(IntakeWorld.Bytes("deadly"), PhotoFailures.DecoderCrashed);
        world.Upload("deadly");

        Assert.Equal(UploadOutcome.Quarantined, (await world.ReceiveAsync()).Outcome);
    }

    [Fact]
    public async Task Tells_a_photo_that_lies_on_its_side_from_one_that_is_too_wide()
    {
        var world = await IntakeWorld.CreateAsync(PhotoSpecification.Default);
        foreach (var (content, face) in new[] { ("lying", new FaceFacts { Faces = [], TurnNeeded = 90 }), ("wide", new FaceFacts { Faces = [] }) })
        {
            world.Codec.Inspects(IntakeWorld.Bytes(content), ScriptedPhotoCodec.Good with { Width = 640, Height = 480 });
            world.Codec.Measures(IntakeWorld.Bytes(content), Good with { Face = face });
        }

        world.Upload("lying");
        Assert.Equal([FailureCodes.PhotoAspect, FailureCodes.PhotoSideways], (await world.ReceiveAsync()).Codes);
        world.Upload("wide", second: 1);
        Assert.Equal([FailureCodes.PhotoAspect], (await world.ReceiveAsync()).Codes);
    }

    [Fact]
    public async Task Accepts_a_small_photo_and_notes_the_output_that_it_is_too_small_for()
    {
        var world = await IntakeWorld.CreateAsync(PhotoSpecification.Default);
        world.Codec.Inspects(IntakeWorld.Bytes("small"), ScriptedPhotoCodec.Good with { Width = 120, Height = 160 });
        world.Codec.Measures(IntakeWorld.Bytes("small"), Good with { Sharpness = null });
        world.Upload("small");

        var report = await world.ReceiveAsync();

        Assert.Equal(UploadOutcome.Accepted, report.Outcome);
        Assert.Equal([FailureCodes.SharpnessNotChecked, FailureCodes.OutputUnavailable], report.Codes);
        Assert.Equal("platform-120x160", Assert.Single(world.Student.Photo!.Outputs).Profile);
    }

    private static PhotoFingerprint Fingerprint(int bits) =>
        PhotoFingerprint.Of(0, [Bits(bits), Bits(bits - 64), Bits(bits - 128), Bits(bits - 192)]);

    private static ulong Bits(int count) => count <= 0 ? 0 : count >= 64 ? ulong.MaxValue : (1UL << count) - 1;
}
