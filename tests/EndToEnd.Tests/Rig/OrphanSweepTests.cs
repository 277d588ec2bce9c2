using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>
/// A delivery died between its outputs and its batch a day ago. The nightly sweep comes upon the outputs, and at any of its storage
/// calls the photo is delivered again: what the student has in the end, the sweep has not taken away.
/// </summary>
public sealed class OrphanSweepTests(RigTally tally)
{
    private static readonly TimeSpan NextDay = OrphanSweep.Patience + TimeSpan.FromHours(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Takes_no_output_away_from_a_photo_that_is_accepted_meanwhile(bool dies)
    {
        // Of its own: elsewhere the sweep would come upon what other storms have left behind.
        await using var lanes = new RigLanes();
        var calls = await lanes.WithLaneAsync(CountCallsAsync);
        FaultPoint[] faults =
        [
            .. from call in Enumerable.Range(1, calls)
               from isAfter in (bool[])[false, true]
               select new FaultPoint(call, isAfter, dies, FaultPoint.Nothing),
        ];

        var violations = await lanes.RunAsync(faults, RunAsync);

        tally.Add(faults.Length, violations);
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    private static async Task<int> CountCallsAsync(RigLane lane)
    {
        var (student, version) = await OrphanAsync(lane);
        await using var sweeper = await StartAsync(lane);
        sweeper.Storage.Arm(null);
        var deleted = 0;
        Assert.True(await sweeper.RunAsync(async stop => deleted = await SweepAsync(sweeper, lane, stop)));

        var calls = sweeper.Storage.Count;
        Assert.True(await student.DeliverAsync(lane.Alive, version));
        Assert.Equal(lane.Cohort.Photos.Outputs.Count, deleted);
        return calls;
    }

    private static async Task<IReadOnlyList<string>> RunAsync(FaultPoint fault, RigLane lane)
    {
        var (student, version) = await OrphanAsync(lane);
        await using var sweeper = await StartAsync(lane);
        sweeper.Storage.Arm(fault with { Meanwhile = () => student.DeliverAsync(lane.Alive, version) });
        await sweeper.RunAsync(stop => SweepAsync(sweeper, lane, stop));
        await student.RecoverAsync();
        var violations = RigInvariants.Violations(await RigObserver.ObserveAsync(student));
        return [.. violations.Select(sentence => $"sweep, {fault}: {sentence}")];
    }

    private static async Task<(RigStudent Student, RigVersion Version)> OrphanAsync(RigLane lane)
    {
        var student = await lane.EnrolAsync();
        var version = await student.UploadAsync("a", RigContents.Good);
        await using var worker = lane.CreateWorker();
        Assert.True(await student.WarmAsync(worker));
        worker.Storage.DieBefore("POST");
        Assert.False(await student.DeliverAsync(worker, version));
        return (student, version);
    }

    private static async Task<Worker> StartAsync(RigLane lane)
    {
        var sweeper = lane.CreateWorker(options => options with { Ahead = NextDay });
        Assert.True(await sweeper.RunAsync(_ => Task.CompletedTask));
        return sweeper;
    }

    private static Task<int> SweepAsync(Worker sweeper, RigLane lane, CancellationToken stop) =>
        sweeper.Services.GetRequiredService<OrphanSweep>().RunAsync(lane.Cohort.Code, stop);
}
