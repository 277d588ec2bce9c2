using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Photos;

/// <summary>Uploads outside the collection window.</summary>
public sealed class IntakeWindowTests
{
    [Theory]
    [InlineData(-20, FailureCodes.WindowNotOpen)]
    [InlineData(72, FailureCodes.WindowClosed)]
    public async Task Rejects_an_upload_outside_the_collection_window_by_the_day_of_its_writing(int days, string code)
    {
        var world = await IntakeWorld.CreateAsync();
        world.Photos.Upload(IntakeWorld.Inbox, IntakeWorld.Bytes("good"), IntakeWorld.Uploaded.AddDays(days));

        var report = await world.ReceiveAsync();

        Assert.Equal((UploadOutcome.Rejected, code), (report.Outcome, Assert.Single(report.Codes)));
    }

    [Fact]
    public async Task Accepts_an_upload_from_inside_the_window_that_is_delivered_after_it()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Upload("good");
        world.Time.Advance(TimeSpan.FromDays(300));

        Assert.Equal(UploadOutcome.Accepted, (await world.ReceiveAsync()).Outcome);
    }

    [Fact]
    public async Task Reports_the_closed_window_beside_the_faults_of_the_photo()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Inspects(IntakeWorld.Bytes("grey"), ScriptedPhotoCodec.Good with { ColourModel = ColourModel.Greyscale });
        world.Photos.Upload(IntakeWorld.Inbox, IntakeWorld.Bytes("grey"), IntakeWorld.Uploaded.AddDays(100));

        Assert.Equal([FailureCodes.WindowClosed, FailureCodes.PhotoGreyscale], (await world.ReceiveAsync()).Codes);
    }

    [Theory]
    [InlineData("专升本", UploadOutcome.Accepted)]
    [InlineData("本科", UploadOutcome.Rejected)]
    public async Task Judges_an_upload_by_the_window_of_the_students_level(string level, UploadOutcome outcome)
    {
        var world = await IntakeWorld.CreateAsync();
        var window = new SpecialWindow
        {
            Level = "专升本",
            Window = new CollectionWindow(new DateOnly(2023, 4, 1), new DateOnly(2023, 7, 31)),
        };
        await world.Cohorts.UpdateAsync(
            IntakeWorld.Cohort, cohort => cohort! with { Windows = [window] }, TestContext.Current.CancellationToken);
        world.Students.Change(IntakeWorld.Key, student => student with { Profile = student.Profile with { Level = level } });
        world.Photos.Upload(IntakeWorld.Inbox, IntakeWorld.Bytes("good"), IntakeWorld.Uploaded.AddDays(80));

        Assert.Equal(outcome, (await world.ReceiveAsync()).Outcome);
    }
}
