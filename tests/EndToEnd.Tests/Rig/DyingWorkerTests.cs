namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>
/// A worker dies, or only stalls, before and after every one of its storage calls, whatever it was given and whoever else is there; the
/// host delivers again, the timer runs, and everything is as if nothing had happened.
/// </summary>
public sealed class DyingWorkerTests(RigLanes lanes, RigTally tally)
{
    public static TheoryData<string, string> Storms => new(
        from scenario in Scenario.All
        from company in Enum.GetNames<Company>()
        select (scenario.Name, company));

    [Theory]
    [MemberData(nameof(Storms))]
    public Task Loses_nothing_and_does_nothing_twice(string scenario, string company) => RunAsync(scenario, company, isCold: false);

    [Fact]
    public Task Loses_nothing_when_a_worker_dies_as_it_starts() => RunAsync("new", nameof(Company.Alone), isCold: true);

    private async Task RunAsync(string name, string companyName, bool isCold)
    {
        var (scenario, company) = (Scenario.All.Single(each => each.Name == name), Enum.Parse<Company>(companyName));
        var calls = await lanes.WithLaneAsync(lane => RigCase.CountCallsAsync(lane, scenario, company, isCold));
        RigCase[] cases =
        [
            .. from call in Enumerable.Range(1, calls)
               from isAfter in (bool[])[false, true]
               select new RigCase(scenario, company, call, isAfter, isCold),
        ];
        var violations = await lanes.RunAsync(cases, (each, lane) => each.RunAsync(lane));
        tally.Add(cases.Length, violations);
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }
}
