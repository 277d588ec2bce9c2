using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Photos;

public sealed class UploadReconciliationTests
{
    private const string Other = "2024/TP013/" + IntakeWorld.OtherPointsId + ".jpg";

    [Theory]
    [InlineData(9 * 60)]
    [InlineData(10 * 60)]
    public async Task Leaves_an_upload_that_may_still_be_delivered(int secondsLater)
    {
        var world = await IntakeWorld.CreateAsync();
        var version = world.Upload("good");
        world.Time.SetUtcNow(IntakeWorld.Uploaded.AddSeconds(secondsLater));

        Assert.Empty(await world.ReconcileAsync());
        Assert.Equal([version], world.Photos.Inbox);
    }

    [Fact]
    public async Task Lists_an_upload_whose_name_has_no_address_of_its_own_and_touches_no_other()
    {
        var world = await IntakeWorld.CreateAsync();
        var odd = world.Upload("good", "2024/TP012/../TP012/" + IntakeWorld.OtherPointsId + ".jpg");
        world.Time.SetUtcNow(IntakeWorld.Uploaded + UploadReconciliation.Patience + TimeSpan.FromSeconds(1));

        Assert.Equal([UploadOutcome.Quarantined], (await world.ReconcileAsync()).Select(report => report.Outcome));
        Assert.Equal([UploadOutcome.Quarantined], (await world.ReconcileAsync()).Select(report => report.Outcome));

        Assert.Equal([odd], world.Photos.Inbox);
        Assert.Equal([FailureCodes.PlaceUnknown], world.Students.Unmatched.Select(upload => upload.Reason.Code));
    }

    [Fact]
    public async Task Receives_what_lies_in_the_inbox_longer_than_any_delivery_takes()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Upload("good");
        world.Upload("good", Other);
        world.Upload("good", "nowhere.jpg");
        world.Time.SetUtcNow(IntakeWorld.Uploaded + UploadReconciliation.Patience + TimeSpan.FromSeconds(1));

        var reports = await world.ReconcileAsync();

        Assert.Equal([UploadOutcome.Accepted, UploadOutcome.Accepted, UploadOutcome.Quarantined], reports.Select(report => report.Outcome));
        Assert.Empty(world.Photos.Inbox);
        Assert.Empty(await world.ReconcileAsync());
    }

    [Fact]
    public async Task Does_not_decide_twice_what_was_decided_but_not_taken_out()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Upload("good");
        world.Faults.FailAt(IntakeWorld.DeletionCall, afterEffect: false);
        await Assert.ThrowsAsync<SimulatedOutageException>(() => world.ReceiveAsync());
        Assert.Single(world.Students.Ledger);
        world.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(UploadOutcome.Accepted, Assert.Single(await world.ReconcileAsync()).Outcome);
        Assert.Single(world.Students.Ledger);
        Assert.Single(world.Students.HistoryOf(IntakeWorld.Key));
        Assert.Empty(world.Photos.Inbox);
    }

    [Fact]
    public async Task Gives_the_others_their_turn_when_one_fails()
    {
        var world = await IntakeWorld.CreateAsync();
        var poisonous = world.Upload("poisonous");
        world.Upload("good", Other);
        world.Codec.Throws(IntakeWorld.Bytes("poisonous"), new InvalidOperationException("A bug."));
        world.Time.Advance(TimeSpan.FromHours(1));

        var failure = await Assert.ThrowsAsync<AggregateException>(world.ReconcileAsync);

        Assert.Equal("A bug.", Assert.Single(failure.InnerExceptions).Message);
        Assert.Equal([poisonous], world.Photos.Inbox);
    }

    [Fact]
    public async Task Puts_apart_what_fails_in_every_round_for_a_day()
    {
        var world = await IntakeWorld.CreateAsync();
        var poisonous = world.Upload("poisonous");
        world.Codec.Throws(IntakeWorld.Bytes("poisonous"), new InvalidOperationException("A bug."));
        world.Time.SetUtcNow(IntakeWorld.Uploaded + UploadReconciliation.LastAttempt);
        await Assert.ThrowsAsync<AggregateException>(world.ReconcileAsync);
        Assert.Equal([poisonous], world.Photos.Inbox);

        world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([UploadOutcome.Quarantined], (await world.ReconcileAsync()).Select(report => report.Outcome));

        Assert.Empty(world.Photos.Inbox);
        Assert.Equal(IntakeWorld.Bytes("poisonous"), world.Photos.Quarantined[poisonous]);
        Assert.Equal([FailureCodes.ProcessingFailed], Assert.Single(world.Students.Ledger).Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Leaves_the_rest_for_the_next_round_before_the_host_loses_patience()
    {
        var world = await IntakeWorld.CreateAsync();
        world.Upload("good");
        world.Upload("good", Other);
        world.Codec.WhenInspected = () => world.Time.Advance(TimeSpan.FromMinutes(4));
        world.Time.Advance(TimeSpan.FromHours(1));

        Assert.Single(await world.ReconcileAsync());
        Assert.Single(await world.ReconcileAsync());
        Assert.Empty(world.Photos.Inbox);
    }

    // The Azure clients report a network timeout as a cancelled task.
    [Fact]
    public async Task Gives_the_others_their_turn_when_one_times_out()
    {
        var world = await IntakeWorld.CreateAsync();
        var slow = world.Upload("slow");
        world.Upload("good", Other);
        world.Codec.Throws(IntakeWorld.Bytes("slow"), new TaskCanceledException("The network timed out.", new TimeoutException()));
        world.Time.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<AggregateException>(world.ReconcileAsync);

        Assert.Equal([slow], world.Photos.Inbox);
    }

    [Fact]
    public async Task Ends_when_the_host_asks_it_to()
    {
        var world = await IntakeWorld.CreateAsync();
        using var stopping = new CancellationTokenSource();
        world.Upload("good");
        world.Upload("good", Other);
        world.Codec.WhenInspected = stopping.Cancel;
        world.Time.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Reconciliation.RunAsync(stopping.Token));
        Assert.Single(world.Photos.Inbox);
    }
}
