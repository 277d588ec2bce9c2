using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Photos;

public sealed class PhotoIntakeTests
{
    [Fact]
    public async Task Accepts_a_good_photo_and_leaves_the_inbox_empty()
    {
        var world = await IntakeWorld.CreateAsync();
        var version = world.Upload("good");

        var report = await world.ReceiveAsync();

        Assert.Equal(UploadOutcome.Accepted, report.Outcome);
        Assert.Equal("2021001", report.Student!.Value);
        Assert.Empty(report.Codes);
        Assert.Equal((CollectionStatus.Accepted, version), (world.Student.Collection, world.Student.Photo!.Source));
        Assert.Equal((IntakeWorld.Key, world.Student.Photo.Sha256), Assert.Single(world.Photos.Originals));
        Assert.Equal((IntakeWorld.Key, Assert.Single(world.Student.Photo.Outputs)), Assert.Single(world.Photos.Outputs));
        Assert.Empty(world.Photos.Inbox);
        var entry = Assert.Single(world.Students.Ledger);
        Assert.Equal((version.ETag, "1101**********002X.jpg", "2021001"), (entry.ETag, entry.MaskedFileName, entry.StudentNumber));
        Assert.Equal((version.LastModified, world.Time.GetUtcNow()), (entry.UploadedAt, entry.DecidedAt));
        Assert.Equal("PhotoAccepted", Assert.Single(world.Students.HistoryOf(IntakeWorld.Key)).Event);
    }

    [Fact]
    public async Task Accepts_a_PNG_with_a_note()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Inspects(IntakeWorld.Bytes("png"), ScriptedPhotoCodec.Good with { Format = PhotoFormat.Png });
        world.Upload("png");

        var report = await world.ReceiveAsync();

        Assert.Equal(UploadOutcome.Accepted, report.Outcome);
        Assert.Equal([FailureCodes.FormatPngNote], report.Codes);
        Assert.Empty(world.Student.Photo!.FaultCodes);
    }

    [Fact]
    public async Task Rejects_a_bad_photo_with_every_fault_and_keeps_the_original()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Inspects(IntakeWorld.Bytes("bad"), ScriptedPhotoCodec.Good with { Width = 100, ColourModel = ColourModel.Cmyk });
        world.Upload("bad");

        var report = await world.ReceiveAsync();

        Assert.Equal(UploadOutcome.Rejected, report.Outcome);
        Assert.Equal([FailureCodes.PhotoAspect, FailureCodes.PhotoTooSmall, FailureCodes.PhotoCmyk], report.Codes);
        Assert.Equal(CollectionStatus.Rejected, world.Student.Collection);
        Assert.Single(world.Photos.Originals);
        Assert.Empty(world.Photos.Outputs);
        Assert.Empty(world.Photos.Inbox);
    }

    [Fact]
    public async Task Rejects_what_cannot_be_read_as_a_photo()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Inspects(IntakeWorld.Bytes("text"), PhotoFailures.NotAnImage);
        world.Upload("text");

        var report = await world.ReceiveAsync();

        Assert.Equal((UploadOutcome.Rejected, FailureCodes.NotAnImage), (report.Outcome, Assert.Single(report.Codes)));
    }

    [Fact]
    public async Task Rejects_a_photo_that_turns_out_damaged_when_it_is_decoded()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.FailsToDecode(IntakeWorld.Bytes("damaged"), PhotoFailures.Damaged);
        world.Upload("damaged");

        var report = await world.ReceiveAsync();

        Assert.Equal((UploadOutcome.Rejected, FailureCodes.PhotoDamaged), (report.Outcome, Assert.Single(report.Codes)));
        Assert.Empty(world.Photos.Outputs);
    }

    [Theory]
    [InlineData(1_000, UploadOutcome.Accepted, null)]
    [InlineData(1_001, UploadOutcome.Rejected, FailureCodes.FileTooLarge)]
    public async Task Rejects_an_oversize_file_unread(int bytes, UploadOutcome outcome, string? code)
    {
        var world = await IntakeWorld.CreateAsync();
        world.Upload(new string('x', bytes));

        var report = await world.ReceiveAsync();

        Assert.Equal(outcome, report.Outcome);
        Assert.Equal(code, report.Codes.SingleOrDefault());
        Assert.Equal(code is null ? 1 : 0, world.Codec.Inspected);
        Assert.Equal(code is null ? 1 : 0, world.Photos.Originals.Count);
        Assert.Empty(world.Photos.Inbox);
    }

    [Fact]
    public async Task Rejects_an_empty_file_and_keeps_no_original()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Upload("");

        var report = await world.ReceiveAsync();

        Assert.Equal((UploadOutcome.Rejected, FailureCodes.FileEmpty), (report.Outcome, Assert.Single(report.Codes)));
        Assert.Empty(world.Photos.Originals);
        Assert.Empty(world.Photos.Inbox);
    }

    [Fact]
    public async Task Finds_nothing_to_do_for_an_upload_that_is_gone()
    {
        var world = await IntakeWorld.CreateAsync();

        Assert.Equal(IntakeReport.Gone, await world.ReceiveAsync());
        Assert.Empty(world.Students.Ledger);
    }

    [Fact]
    public async Task Locks_the_accepted_photo_against_a_later_upload()
    {
        var world = await IntakeWorld.CreateAsync();
        var first = world.Upload("good");
        await world.ReceiveAsync();
        world.Upload("better", second: 5);

        var report = await world.ReceiveAsync();

        Assert.Equal((UploadOutcome.PhotoLocked, FailureCodes.PhotoLocked), (report.Outcome, Assert.Single(report.Codes)));
        Assert.Equal(first, world.Student.Photo!.Source);
        Assert.Equal(1, world.Codec.Inspected);
        Assert.Single(world.Photos.Originals);
        Assert.Empty(world.Photos.Inbox);
    }

    [Theory]
    [InlineData("good")]
    [InlineData("bad")]
    public async Task Takes_no_notice_of_a_folder_that_is_copied_again(string content)
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Inspects(IntakeWorld.Bytes("bad"), PhotoFailures.Truncated);
        world.Upload(content);
        await world.ReceiveAsync();
        world.Upload(content, second: 60);

        Assert.Equal(UploadOutcome.Unchanged, (await world.ReceiveAsync()).Outcome);
        Assert.Single(world.Students.HistoryOf(IntakeWorld.Key));
        Assert.Equal(2, world.Students.Ledger.Count);
        Assert.Empty(world.Photos.Inbox);
    }

    [Fact]
    public async Task Lets_an_earlier_good_photo_take_the_place_of_the_accepted_one()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Upload("second", "2024/TP012/b/" + IntakeWorld.Id + ".jpg", second: 5);
        await world.ReceiveAsync("2024/TP012/b/" + IntakeWorld.Id + ".jpg");
        var earlier = world.Upload("first");

        Assert.Equal(UploadOutcome.Accepted, (await world.ReceiveAsync()).Outcome);
        Assert.Equal(earlier, world.Student.Photo!.Source);
        Assert.Equal(["PhotoAccepted", "EarlierPhotoAccepted"], world.Students.HistoryOf(IntakeWorld.Key).Select(line => line.Event));
    }

    [Fact]
    public async Task Leaves_a_version_written_meanwhile_for_its_own_delivery()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Inspects(IntakeWorld.Bytes("bad"), PhotoFailures.Truncated);
        var older = world.Upload("bad");
        UploadVersion? newer = null;
        world.Codec.WhenInspected = () => newer ??= world.Upload("good", second: 3);

        Assert.Equal(UploadOutcome.Rejected, (await world.ReceiveAsync()).Outcome);
        Assert.Equal([newer!], world.Photos.Inbox);

        Assert.Equal(UploadOutcome.Accepted, (await world.ReceiveAsync()).Outcome);
        Assert.Equal([older.ETag, newer!.ETag], world.Students.Ledger.Select(entry => entry.ETag));
        Assert.Empty(world.Photos.Inbox);
    }

    [Fact]
    public async Task Leaves_an_oversize_upload_that_was_overwritten_for_the_newer_versions_delivery()
    {
        var world = await IntakeWorld.CreateAsync();
        const string blobName = "2024/TP012/张三.jpg";
        world.Upload(new string('x', 2_000), blobName);
        world.Photos.AfterNextOpen = () => world.Upload("good", blobName, second: 1);

        Assert.Equal(IntakeReport.Gone, await world.ReceiveAsync(blobName));
        Assert.Empty(world.Students.Unmatched);
        Assert.Single(world.Photos.Inbox);

        Assert.Equal(UploadOutcome.Quarantined, (await world.ReceiveAsync(blobName)).Outcome);
        Assert.Empty(world.Photos.Inbox);
    }

    [Fact]
    public async Task Decides_again_but_looks_once_when_the_student_changed_meanwhile()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Inspects(IntakeWorld.Bytes("bad"), PhotoFailures.Truncated);
        world.Upload("bad");
        var rival = Samples.Judged("rival", "rival", 10);
        world.Students.BeforeNextCommit = () => world.Students.Change(
            IntakeWorld.Key, student => UploadDecider.Decide(student, rival, IntakeWorld.Uploaded).Student!);

        Assert.Equal(UploadOutcome.Superseded, (await world.ReceiveAsync()).Outcome);
        Assert.Equal(rival.Upload.Version, world.Student.Photo!.Source);
        Assert.Equal(1, world.Codec.Inspected);
    }

    [Fact]
    public async Task Says_what_the_ledger_says_when_another_delivery_was_faster()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Upload("good");
        IntakeReport? faster = null;
        world.Students.BeforeNextCommit = () => faster = world.ReceiveAsync().GetAwaiter().GetResult();

        var slower = await world.ReceiveAsync();

        Assert.Equivalent(faster, slower, strict: true);
        Assert.Equal(UploadOutcome.Accepted, slower.Outcome);
        Assert.Single(world.Students.Ledger);
        Assert.Single(world.Students.HistoryOf(IntakeWorld.Key));
    }

    [Fact]
    public async Task Reports_nothing_that_a_log_may_not_hold()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Inspects(IntakeWorld.Bytes("bad"), PhotoFailures.Truncated);
        world.Upload("bad");
        var rejected = await world.ReceiveAsync();
        world.Upload("good", "2024/TP012/张三" + IntakeWorld.Id + ".jpg");
        var quarantined = await world.ReceiveAsync("2024/TP012/张三" + IntakeWorld.Id + ".jpg");

        Assert.All([rejected, quarantined], report =>
        {
            var text = $"{report} {string.Join(' ', report.Codes)}";
            Assert.DoesNotContain("19491231", text, StringComparison.Ordinal);
            Assert.DoesNotContain("张三", text, StringComparison.Ordinal);
        });
    }
}
