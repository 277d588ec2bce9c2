using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Photos;

/// <summary>Uploads that match nobody.</summary>
public sealed class IntakeQuarantineTests
{
    [Theory]
    [InlineData(IntakeWorld.Id + ".jpg", FailureCodes.PlaceUnknown)]
    [InlineData("2025/TP012/" + IntakeWorld.Id + ".jpg", FailureCodes.PlaceUnknown)]
    [InlineData("2024/TP099/" + IntakeWorld.Id + ".jpg", FailureCodes.PlaceUnknown)]
    [InlineData("2024/TP099/张三.jpg", FailureCodes.PlaceUnknown)]
    [InlineData("2024/TP012/张三.jpg", FailureCodes.FileNameNotId)]
    [InlineData("2024/TP012/" + IntakeWorld.Id + "(1).jpg", FailureCodes.FileNameNotId)]
    [InlineData("2024/TP012/110105194912310021.jpg", FailureCodes.NationalIdChecksum)]
    [InlineData("2024/TP012/11010519490230002X.jpg", FailureCodes.NationalIdDate)]
    [InlineData("2024/TP013/" + IntakeWorld.Id + ".jpg", FailureCodes.StudentUnknown)]
    public async Task Quarantines_an_upload_that_matches_nobody(string blobName, string code)
    {
        var world = await IntakeWorld.CreateAsync();
        var version = world.Upload("good", blobName);

        var report = await world.ReceiveAsync(blobName);

        Assert.Equal((UploadOutcome.Quarantined, code), (report.Outcome, Assert.Single(report.Codes)));
        Assert.Null(report.Student);
        var record = Assert.Single(world.Students.Unmatched);
        Assert.Equal((version, code, world.Time.GetUtcNow()), (record.Version, record.Reason.Code, record.At));
        Assert.Equal(code == FailureCodes.PlaceUnknown, record.Place is null);
        Assert.Equal(IntakeWorld.Bytes("good"), Assert.Single(world.Photos.Quarantined, pair => pair.Key == version).Value);
        Assert.Empty(world.Photos.Inbox);
        Assert.Empty(world.Students.Ledger);
        Assert.Equal(0, world.Codec.Inspected);
    }

    [Fact]
    public async Task Answers_another_teaching_points_student_exactly_like_an_unknown_one()
    {
        var world = await IntakeWorld.CreateAsync();
        var nobody = $"2024/TP012/{NationalIds.Complete("11010519491231011")}.jpg";
        const string elsewhere = "2024/TP012/" + IntakeWorld.OtherPointsId + ".jpg";
        world.Upload("good", nobody);
        world.Upload("good", elsewhere);

        var unknown = await world.ReceiveAsync(nobody);
        var wrongPoint = await world.ReceiveAsync(elsewhere);

        Assert.Equivalent(unknown, wrongPoint, strict: true);
        Assert.Equal([FailureCodes.StudentUnknown], wrongPoint.Codes);
        Assert.Single(world.Students.Unmatched.Select(record => (record.Place, record.Reason, record.At)).Distinct());
        Assert.Equal(CollectionStatus.Awaiting, world.Student.Collection);
    }

    [Fact]
    public async Task Quarantines_an_oversize_upload_as_it_is()
    {
        var world = await IntakeWorld.CreateAsync();
        const string blobName = "2024/TP012/张三.jpg";
        world.Upload(new string('x', 2_000), blobName);

        Assert.Equal(UploadOutcome.Quarantined, (await world.ReceiveAsync(blobName)).Outcome);
        Assert.Equal(2_000, Assert.Single(world.Photos.Quarantined).Value.Length);
    }

    [Fact]
    public async Task Quarantines_an_upload_whose_student_is_in_the_index_only()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Students.Forget(IntakeWorld.Key);
        world.Upload("good");

        var report = await world.ReceiveAsync();

        Assert.Equal((UploadOutcome.Quarantined, FailureCodes.StudentUnknown), (report.Outcome, Assert.Single(report.Codes)));
    }
}
