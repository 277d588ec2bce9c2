using Azure.Core.Pipeline;
using PhotoFunctions.EndToEnd.Tests.Rig.Sabotage;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>
/// The rig's own controls: the same storms over workers that do wrong. Invariants that find nothing here would find nothing anywhere.
/// </summary>
public sealed class SabotageTests(RigTally tally)
{
    [Fact]
    public Task Sees_that_nobody_asks_whether_somebody_else_was_first() => CatchAsync(() => [new StripIfMatchPolicy()]);

    [Fact]
    public Task Sees_that_a_duplicate_stays_in_the_inbox() => CatchAsync(() => [new SkipDeletePolicy()]);

    [Fact]
    public Task Sees_that_one_decision_is_written_in_pieces() => CatchAsync(() => [new SplitBatchPolicy()]);

    private async Task CatchAsync(Func<IReadOnlyList<HttpPipelinePolicy>> sabotage)
    {
        await using var lane = await RigLane.StartAsync(sabotage);
        var violations = await FindAsync(lane);
        tally.AddControl(violations.Count > 0);
        Assert.NotEmpty(violations);
        TestContext.Current.TestOutputHelper!.WriteLine(violations[0]);
    }

    // The first storm that shows it is enough.
    private static async Task<IReadOnlyList<string>> FindAsync(RigLane lane)
    {
        var storms = from scenario in Scenario.All from company in Enum.GetValues<Company>() select (scenario, company);
        foreach (var (scenario, company) in storms)
        {
            var calls = await RigCase.CountCallsAsync(lane, scenario, company, isCold: false);
            for (var call = 1; call <= calls; call++)
            {
                if (await new RigCase(scenario, company, call, IsAfter: true, IsCold: false).RunAsync(lane) is { Count: > 0 } violations)
                {
                    return violations;
                }
            }
        }

        return [];
    }
}
