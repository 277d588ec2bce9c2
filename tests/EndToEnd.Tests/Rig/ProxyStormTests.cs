using System.Globalization;
using PhotoFunctions.EndToEnd.Tests.Rig.Proxy;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>Random uploads and deliveries through a network that resets, hangs, drops answers and delivers late.</summary>
public sealed class ProxyStormTests(RigLanes lanes, RigTally tally)
{
    private const string Reason = "Takes minutes: set the environment variable LONG_TESTS=1 to run it.";
    private const int FewStorms = 24;
    private const int ManyStorms = 100;
    private const int ManyFaults = 2000;
    private static readonly double[] Shares = [0.05, 0.15, 0.3, 0.6];
    private static readonly byte[][] Contents = [RigContents.Good, RigContents.AlsoGood, RigContents.Doubtful, RigContents.Bad];

    public static bool IsAskedFor => Environment.GetEnvironmentVariable("LONG_TESTS") == "1";

    [Fact]
    public Task Loses_nothing_in_some_storms() => RunAsync(FewStorms);

    [Fact(Skip = Reason, SkipUnless = nameof(IsAskedFor))]
    public async Task Loses_nothing_in_thousands_of_faults()
    {
        var faults = 0;
        while (faults < ManyFaults)
        {
            faults += await RunAsync(ManyStorms);
        }
    }

    private async Task<int> RunAsync(int storms)
    {
        var first = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"Seeds from {first} on.");
        var faults = 0;
        var violations = await lanes.RunAsync(
            Enumerable.Range(first, storms),
            async (seed, lane) =>
            {
                var (thrown, found) = await StormAsync(seed, lane);
                Interlocked.Add(ref faults, thrown);
                return found;
            });
        tally.Add(storms, violations);
        tally.Say(string.Create(CultureInfo.InvariantCulture, $"{faults} proxied faults in {storms} storms"));
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
        return faults;
    }

    private static async Task<(int Thrown, IReadOnlyList<string> Violations)> StormAsync(int seed, RigLane lane)
    {
        var random = new Random(seed);
        var dice = new FaultDice(random, Shares[random.Next(Shares.Length)]);
        var student = await lane.EnrolAsync();
        await using (var blobs = await FaultProxy.StartAsync(lane.Blobs.Uri, dice, TestContext.Current.CancellationToken))
        await using (var tables = await FaultProxy.StartAsync(lane.Students.Uri, dice, TestContext.Current.CancellationToken))
        await using (var worker = lane.CreateWorker(options => Impatient(options, lane, blobs.Port, tables.Port)))
        {
            var story = new Random(seed);
            for (var uploads = story.Next(1, 4); uploads > 0; uploads--)
            {
                await student.UploadAsync(story.Next(2) == 0 ? "a" : "b", Contents[story.Next(Contents.Length)]);
                if (story.Next(2) == 0)
                {
                    await student.DeliverAsync(worker, student.Versions[story.Next(student.Versions.Count)]);
                }
            }

            foreach (var version in student.Versions.OrderBy(_ => story.Next()))
            {
                await student.DeliverStubbornlyAsync(worker, version);
            }
        }

        await student.RecoverAsync();
        var violations = RigInvariants.Violations(await RigObserver.ObserveAsync(student));
        return (dice.Thrown, [.. violations.Select(sentence => $"storm {seed}: {sentence}")]);
    }

    private static WorkerOptions Impatient(WorkerOptions options, RigLane lane, int blobPort, int tablePort) => options with
    {
        ConnectionString = options.ConnectionString
            .Replace($":{lane.Blobs.Uri.Port}/", $":{blobPort}/", StringComparison.Ordinal)
            .Replace($":{lane.Students.Uri.Port}/", $":{tablePort}/", StringComparison.Ordinal),
        Configure = client =>
        {
            client.Retry.Delay = TimeSpan.FromMilliseconds(1);
            client.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
            client.Retry.NetworkTimeout = TimeSpan.FromMilliseconds(300);
        },
    };
}
