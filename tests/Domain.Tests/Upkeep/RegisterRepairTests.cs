using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.Domain.Upkeep;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Upkeep;

public sealed class RegisterRepairTests
{
    private static readonly string LateId = NationalIds.Complete("36010319990101001");
    private static readonly string LateInbox = $"2024/TP012/班级/{LateId}.jpg";
    private static readonly StudentKey LateKey = IntakeWorld.Key with { Number = StudentNumber.Parse("2021009").Value! };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_a_student_the_photo_that_came_before_with_the_time_at_which_it_came()
    {
        var world = await IntakeWorld.CreateAsync();
        var version = world.Upload("good", LateInbox);
        Assert.Equal(UploadOutcome.Quarantined, (await world.ReceiveAsync(LateInbox)).Outcome);
        await world.EnrolAsync(LateKey, LateId, "赵六");

        var report = await world.Repair.RunAsync(Cancellation);

        Assert.Equal(1, report.Offered);
        var student = world.Students.Get(LateKey);
        Assert.Equal((CollectionStatus.Accepted, version), (student.Collection, student.Photo!.Source));
        Assert.Empty(world.Students.Unmatched);
        Assert.Empty(world.Photos.Quarantined);
        Assert.Equal(UploadOutcome.Accepted, Assert.Single(world.Students.Ledger).Outcome);
        Assert.Equal(0, (await world.Repair.RunAsync(Cancellation)).Offered);
    }

    [Fact]
    public async Task Ends_with_the_earliest_good_photo_whatever_came_before_and_after_the_student()
    {
        var world = await IntakeWorld.CreateAsync();
        var first = world.Upload("good", LateInbox, second: 1);
        await world.ReceiveAsync(LateInbox);
        world.Upload("another good one", LateInbox, second: 2);
        await world.ReceiveAsync(LateInbox);
        await world.EnrolAsync(LateKey, LateId, "赵六");
        world.Upload("a third good one", LateInbox, second: 3);
        await world.ReceiveAsync(LateInbox);

        await world.Repair.RunAsync(Cancellation);

        Assert.Equal(first, world.Students.Get(LateKey).Photo!.Source);
        Assert.Equal(3, world.Students.Ledger.Count);
        Assert.Empty(world.Students.Unmatched);
    }

    [Fact]
    public async Task Leaves_what_waits_for_another_reason_or_another_place()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Upload("good", $"2024/TP013/{LateId}.jpg");
        await world.ReceiveAsync($"2024/TP013/{LateId}.jpg");
        world.Upload("good", "2024/TP012/张三.jpg");
        await world.ReceiveAsync("2024/TP012/张三.jpg");
        await world.RecordPoisonedAsync(world.Upload("good", LateInbox));
        await world.EnrolAsync(LateKey, LateId, "赵六");

        Assert.Equal(0, (await world.Repair.RunAsync(Cancellation)).Offered);
        Assert.Equal(3, world.Students.Unmatched.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Gives_a_waiting_upload_one_outcome_whatever_call_fails(bool afterEffect)
    {
        for (var call = 1; call <= 12; call++)
        {
            var world = await IntakeWorld.CreateAsync();
            var version = world.Upload("good", LateInbox);
            await world.ReceiveAsync(LateInbox);
            await world.EnrolAsync(LateKey, LateId, "赵六");
            world.Faults.FailAt(call, afterEffect);
            _ = await Record.ExceptionAsync(() => world.Repair.RunAsync(Cancellation));

            Assert.Equal(1, world.Students.Ledger.Count + world.Students.Unmatched.Count);
            world.Faults.FailAt(0, false);
            await world.Repair.RunAsync(Cancellation);

            Assert.Equal(version, world.Students.Get(LateKey).Photo!.Source);
            Assert.Empty(world.Students.Unmatched);
            Assert.Single(world.Students.Ledger);
        }
    }

    [Fact]
    public async Task Lets_a_delivery_fail_that_meets_a_student_on_the_way_and_finishes_the_move()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Upload("good");
        world.Students.BeginMove(IntakeWorld.Key, TeachingPointCode.Parse("TP013").Value!);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ReceiveAsync());
        Assert.Empty(world.Students.Ledger);
        Assert.Empty(world.Students.Unmatched);
        Assert.Single(world.Photos.Inbox);

        world.Time.Advance(RegisterRepair.Patience + TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await world.Repair.RunAsync(Cancellation)).Repaired);

        // Of the old place's uploads the student is nobody's any more.
        Assert.Equal(UploadOutcome.Quarantined, (await world.ReceiveAsync()).Outcome);
        Assert.Empty(world.Photos.Inbox);
    }

    [Fact]
    public async Task Takes_back_old_claims_only_and_forgets_the_note_then()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Students.Forget(IntakeWorld.ClassmatesKey);

        Assert.Equal(0, (await world.Repair.RunAsync(Cancellation)).Repaired);
        Assert.Single(await world.Students.ListChangesAsync(Cancellation));
        world.Time.Advance(RegisterRepair.Patience + TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await world.Repair.RunAsync(Cancellation)).Repaired);
        Assert.Single(await world.Students.ListChangesAsync(Cancellation));
        Assert.Equal(0, (await world.Repair.RunAsync(Cancellation)).Repaired);

        Assert.Empty(await world.Students.ListChangesAsync(Cancellation));
        Assert.Empty(world.Students.Unsound());
    }
}
