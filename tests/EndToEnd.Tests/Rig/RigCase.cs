using System.Globalization;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>One storm: a scenario, and a fault at one storage call of the worker that meets it.</summary>
internal sealed record RigCase(Scenario Scenario, Company Company, int Call, bool IsAfter, bool IsCold)
{
    /// <summary>How many storage calls the delivery makes when nothing fails.</summary>
    public static async Task<int> CountCallsAsync(RigLane lane, Scenario scenario, Company company, bool isCold)
    {
        var student = await lane.EnrolAsync();
        var prepared = await scenario.PrepareAsync(student, company);
        await using var worker = await StartAsync(student, isCold);
        worker.Storage.OnceRead(prepared.OverwriteAsync);
        worker.Storage.Arm(null);
        Assert.True(await student.DeliverAsync(worker, prepared.First));
        var calls = worker.Storage.Count;
        await prepared.OverwriteAsync();
        await student.RecoverAsync();
        return calls;
    }

    /// <summary>Lets the storm rage, recovers, and tells what is wrong then.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(RigLane lane)
    {
        var student = await lane.EnrolAsync();
        var prepared = await Scenario.PrepareAsync(student, Company);
        await using (var worker = await StartAsync(student, IsCold))
        {
            Func<Task> meanwhile = Company == Company.Alone ? FaultPoint.Nothing : prepared.Second;
            worker.Storage.OnceRead(prepared.OverwriteAsync);
            worker.Storage.Arm(new FaultPoint(Call, IsAfter, Company != Company.AnotherWhileStalling, meanwhile));
            await student.DeliverAsync(worker, prepared.First);
        }

        await prepared.OverwriteAsync();
        await student.RecoverAsync();
        return [.. RigInvariants.Violations(await RigObserver.ObserveAsync(student)).Select(sentence => $"{this}: {sentence}")];
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Scenario.Name}, {Company}, {(IsAfter ? "after" : "before")} call {Call}{(IsCold ? " of a new worker" : "")}");

    // A warm worker has done something before: it knows the cohort and the keys, and has seen that the tables exist.
    private static async Task<Worker> StartAsync(RigStudent student, bool isCold)
    {
        var worker = student.Lane.CreateWorker();
        if (!isCold)
        {
            Assert.True(await student.WarmAsync(worker));
        }

        return worker;
    }
}
