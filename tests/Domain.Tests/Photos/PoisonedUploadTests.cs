using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Photos;

public sealed class PoisonedUploadTests
{
    [Fact]
    public async Task Needs_nothing_when_the_upload_is_gone()
    {
        var world = await IntakeWorld.CreateAsync();

        Assert.Equal(IntakeReport.Gone, await world.RecordPoisonedAsync(new UploadVersion(IntakeWorld.Inbox, "0x1", IntakeWorld.Uploaded)));
        Assert.Empty(world.Photos.Quarantined);
    }

    [Fact]
    public async Task Leaves_a_version_that_replaced_the_poisoned_one_alone()
    {
        var world = await IntakeWorld.CreateAsync();
        var poisoned = world.Upload("poisonous");
        var newer = world.Upload("good", second: 1);

        Assert.Equal(IntakeReport.Gone, await world.RecordPoisonedAsync(poisoned));
        Assert.Equal([newer], world.Photos.Inbox);
        Assert.Empty(world.Students.Ledger);
        Assert.Empty(world.Photos.Quarantined);
    }

    [Fact]
    public async Task Only_takes_a_version_out_of_the_inbox_that_was_decided_before()
    {
        var world = await IntakeWorld.CreateAsync();
        var version = world.Upload("good");
        world.Faults.FailAt(IntakeWorld.DeletionCall, afterEffect: false);
        await Assert.ThrowsAsync<SimulatedOutageException>(() => world.ReceiveAsync());
        Assert.Single(world.Students.Ledger);
        Assert.Equal([version], world.Photos.Inbox);

        var report = await world.RecordPoisonedAsync(version);

        Assert.Equal(UploadOutcome.Accepted, report.Outcome);
        Assert.Equal(UploadOutcome.Accepted, Assert.Single(world.Students.Ledger).Outcome);
        Assert.Equal(CollectionStatus.Accepted, world.Student.Collection);
        Assert.Single(world.Students.HistoryOf(IntakeWorld.Key));
        Assert.Empty(world.Photos.Inbox);
    }

    [Fact]
    public async Task Records_the_upload_of_a_known_student_with_ledger_and_history()
    {
        var world = await IntakeWorld.CreateAsync();
        var version = world.Upload("poisonous");

        var report = await world.RecordPoisonedAsync(version);

        Assert.Equal((UploadOutcome.Quarantined, FailureCodes.ProcessingFailed), (report.Outcome, Assert.Single(report.Codes)));
        Assert.Equal("2021001", report.Student!.Value);
        Assert.Equal(FailureCodes.ProcessingFailed, Assert.Single(Assert.Single(world.Students.Ledger).Findings).Code);
        Assert.Equal(
            new HistoryEntry
            {
                At = world.Time.GetUtcNow(),
                Event = "UploadPoisoned",
                By = "pipeline",
                Details = FailureCodes.ProcessingFailed,
            },
            Assert.Single(world.Students.HistoryOf(IntakeWorld.Key)));
        Assert.Equal(version, Assert.Single(world.Photos.Quarantined).Key);
        Assert.Equal(CollectionStatus.Awaiting, world.Student.Collection);
        Assert.Null(world.Student.Photo);
        Assert.Empty(world.Students.Unmatched);
        Assert.Empty(world.Photos.Inbox);
    }

    [Theory]
    [InlineData("nowhere.jpg")]
    [InlineData("2024/TP012/张三.jpg")]
    [InlineData("2024/TP013/" + IntakeWorld.Id + ".jpg")]
    public async Task Quarantines_the_upload_of_nobody(string blobName)
    {
        var world = await IntakeWorld.CreateAsync();
        var version = world.Upload("poisonous", blobName);

        var report = await world.RecordPoisonedAsync(version);

        Assert.Equal((UploadOutcome.Quarantined, FailureCodes.ProcessingFailed), (report.Outcome, Assert.Single(report.Codes)));
        Assert.Null(report.Student);
        var record = Assert.Single(world.Students.Unmatched);
        Assert.Equal((version, FailureCodes.ProcessingFailed), (record.Version, record.Reason.Code));
        Assert.Equal(version, Assert.Single(world.Photos.Quarantined).Key);
        Assert.Empty(world.Photos.Inbox);
    }

    [Fact]
    public async Task Says_the_same_when_the_message_comes_twice()
    {
        var world = await IntakeWorld.CreateAsync();
        var version = world.Upload("poisonous");
        await world.RecordPoisonedAsync(version);

        Assert.Equal(IntakeReport.Gone, await world.RecordPoisonedAsync(version));
        Assert.Single(world.Students.Ledger);
        Assert.Single(world.Students.HistoryOf(IntakeWorld.Key));
    }

    [Fact]
    public async Task Quarantines_the_upload_of_a_student_whose_row_is_missing()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Students.Forget(IntakeWorld.Key);
        var version = world.Upload("poisonous");

        Assert.Null((await world.RecordPoisonedAsync(version)).Student);
        Assert.Equal(version, Assert.Single(world.Students.Unmatched).Version);
        Assert.Empty(world.Photos.Inbox);
    }

    [Fact]
    public async Task Leaves_an_oversize_upload_that_was_overwritten_meanwhile()
    {
        // Larger than any cohort's cap, so that the content is copied and not held.
        var world = await IntakeWorld.CreateAsync();
        var poisoned = world.Photos.Upload(IntakeWorld.Inbox, new byte[PhotoSpecification.Default.MaxBytes + 1], IntakeWorld.Uploaded);
        UploadVersion? newer = null;
        world.Photos.AfterNextOpen = () => newer = world.Upload("good", second: 1);

        Assert.Equal(IntakeReport.Gone, await world.RecordPoisonedAsync(poisoned));
        Assert.Equal([newer!], world.Photos.Inbox);
        Assert.Empty(world.Students.Ledger);
        Assert.Empty(world.Students.Unmatched);
    }
}
