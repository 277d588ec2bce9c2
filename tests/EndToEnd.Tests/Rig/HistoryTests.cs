using CsCheck;
using PhotoFunctions.EndToEnd.Tests.Rig.Histories;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>Random histories of uploads, deliveries, crashes and people's decisions, thousands of them, over stores in memory.</summary>
public sealed class HistoryTests(RigTally tally)
{
    private const int Histories = 3000;

    [Fact]
    public async Task Loses_nothing_and_does_nothing_twice_in_any_history()
    {
        await Step.Histories.SampleAsync(
            async steps =>
            {
                var world = await MemoryWorld.CreateAsync();
                foreach (var step in steps)
                {
                    await world.TakeAsync(step);
                }

                var violations = RigInvariants.Violations(await world.RecoverAsync());
                Assert.True(violations.Count == 0, string.Join(' ', violations));
            },
            iter: Histories,
            print: steps => string.Join("; ", steps.Select(step => step.ToString())));
        tally.Add(Histories, []);
        tally.Say($"{Histories} histories in memory");
    }
}
