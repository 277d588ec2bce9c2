using System.Globalization;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>
/// The real app under LocalHost is killed with SIGKILL at random instants while uploads go through: mostly when it has begun to take them
/// out of the inbox, and sometimes as it starts. At the third crash the host gives up, as the real one does, and is started anew.
/// </summary>
public sealed class HandlerKillTests(RigLanes lanes, RigTally tally)
{
    private const string Reason = "Takes minutes: set the environment variable LONG_TESTS=1 to run it.";
    private const int CrashesOfOneHost = 3;
    private const int UploadsOfOneKill = 2;
    private const int KillsOfOneWhileStarting = 4;
    private const int MostMilliseconds = 500;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static bool IsAskedFor => Environment.GetEnvironmentVariable("LONG_TESTS") == "1";

    [Fact]
    public Task Loses_nothing_when_the_app_is_killed_twice() => RunAsync(kills: 2);

    [Fact(Skip = Reason, SkipUnless = nameof(IsAskedFor))]
    public Task Loses_nothing_when_the_app_is_killed_two_hundred_times() => RunAsync(kills: 200);

    private async Task RunAsync(int kills)
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}.");
        var violations = await lanes.WithLaneAsync(lane => StormAsync(lane, new Random(seed), kills));
        tally.Add(kills, violations);
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    private async Task<IReadOnlyList<string>> StormAsync(RigLane lane, Random random, int kills)
    {
        // A journal for each host: there are few contents, and soon all would be known for those that the app dies over.
        var journals = Directory.CreateTempSubdirectory("photofunctions-rig-");
        var students = new List<RigStudent>();
        try
        {
            var left = kills;
            while (left >= CrashesOfOneHost)
            {
                await using var host = await StartAsync(lane, journals.CreateSubdirectory($"{left}").FullName);
                for (var crash = 0; crash < CrashesOfOneHost; crash++, left--)
                {
                    await KillAsync(host, students, lane, random);
                }

                await host.WaitForExitAsync(Stop);
            }

            await using var last = await StartAsync(lane, journals.CreateSubdirectory("last").FullName);
            for (; left > 0; left--)
            {
                await KillAsync(last, students, lane, random);
            }

            var uploads = kills * UploadsOfOneKill;
            var decided = uploads - await CountAsync(lane);
            tally.Say(string.Create(
                CultureInfo.InvariantCulture, $"{kills} kills of the app's process, {decided} of {uploads} uploads decided between them"));
            await DrainAsync(lane, last);
        }
        finally
        {
            journals.Delete(recursive: true);
        }

        var violations = new List<string>();
        foreach (var student in students)
        {
            var picture = await RigObserver.ObserveAsync(student, KnownJudgements.FoldAsync);
            violations.AddRange(RigInvariants.Violations(picture).Select(sentence => $"student {student.Key.Number}: {sentence}"));
        }

        return violations;
    }

    // Uploads, and a kill a moment after the app has got on; one of a few wherever it is then.
    private static async Task KillAsync(HostProcess host, List<RigStudent> students, RigLane lane, Random random)
    {
        var full = await CountAsync(lane) + UploadsOfOneKill;
        var student = await lane.EnrolAsync();
        students.Add(student);
        await student.UploadAsync("a", KnownJudgements.Draw(random));
        await student.UploadAsync("b", KnownJudgements.Draw(random));
        if (random.Next(KillsOfOneWhileStarting) > 0)
        {
            await Eventually.BeAsync("an upload is out of the inbox", async () => await CountAsync(lane) < full, Stop);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(MostMilliseconds)), TimeProvider.System, Stop);
        await Eventually.BeAsync("the app has a process to kill", () => TryKillAsync(host), Stop);
    }

    // It is over when the process is gone: a second signal to the same one would be no second crash.
    private static async Task<bool> TryKillAsync(HostProcess host)
    {
        try
        {
            using var handler = host.FindHandler();
            handler.Kill();
            await handler.WaitForExitAsync(Stop);
            return true;
        }
        catch (InvalidOperationException)
        {
            // Between two of its lives.
            return false;
        }
    }

    private static async Task<HostProcess> StartAsync(RigLane lane, string journal)
    {
        var port = LoopbackPorts.FindFree().ToString(CultureInfo.InvariantCulture);
        var host = HostProcess.Start(
            "start", "--port", port, "--storage", lane.ConnectionString, "--setting", $"DecodeJournalFolder={journal}");
        using var http = new HttpClient();
        await Eventually.BeAsync("the app answers", () => AnswersAsync(http, new Uri($"http://127.0.0.1:{port}/api/health")), Stop);
        return host;
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri health)
    {
        try
        {
            using var answer = await http.GetAsync(health, Stop);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // After hundreds of kills much lies there: what counts is that it gets less, to the last.
    private static async Task DrainAsync(RigLane lane, HostProcess host)
    {
        try
        {
            for (var left = int.MaxValue; left > 0;)
            {
                var before = left;
                await Eventually.BeAsync("fewer uploads in the inbox", async () => (left = await CountAsync(lane)) < before, Stop);
            }
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message} The host said:{Environment.NewLine}{host.Output}", exception);
        }
    }

    private static async Task<int> CountAsync(RigLane lane)
    {
        var uploads = 0;
        await foreach (var _ in lane.Blobs.GetBlobContainerClient("uploads").GetBlobsAsync(cancellationToken: Stop))
        {
            uploads++;
        }

        return uploads;
    }
}
