using System.Globalization;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Demo;
using PhotoFunctions.LocalHost.Demo.Api;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.EndToEnd.Tests.Api;

public sealed class ApiHttpTests
{
    private const string AdminKey = "ph_test_0123456789abcdefghijklmnopqrstuv";
    private const string Cohort = "demo-of-the-story";
    private static readonly string Story = Path.Combine(BuildLayout.RepositoryRoot, "docs", "api.http");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_story_in_the_documents_runs_from_its_first_request_to_its_last()
    {
        var port = LoopbackPorts.FindFree();
        await using var host = HostProcess.Start(
        [
            "start", "--in-memory", "--port", Text(port), "--setting", $"AdminKey={AdminKey}",
            .. HostProcess.FreePorts("--blob-port", "--queue-port", "--table-port"),
        ]);
        await SetUpAsync(new Uri($"http://127.0.0.1:{port}/"), host);
        var file = HttpFile.Read(Story);
        foreach (var (name, value) in new[] { ("base", $"http://127.0.0.1:{port}/api"), ("cohort", Cohort), ("adminKey", AdminKey) })
        {
            Assert.True(file.Variables.ContainsKey(name));
            file.Variables[name] = value;
        }

        Assert.True(file.Steps.Count > 35, $"Expected the whole story but found {file.Steps.Count} requests.");
        using var run = new HttpFileRun(file);
        await run.RunAsync(Token);

        // The runner would have seen another answer.
        var (first, refused) = (file.Steps[0], file.Steps.First(step => step.Code is not null));
        foreach (var wrong in new[] { first with { Status = 299 }, refused with { Code = "not-found" } })
        {
            file.Steps.Clear();
            file.Steps.Add(wrong);
            await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => run.RunAsync(Token));
        }

        // What the story sent and asked for stands in no line of the host or the app.
        Assert.DoesNotContain("360102198601010009", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sig=", host.Output, StringComparison.Ordinal);
    }

    // The demo's own cohort and students, without its uploads: none of them is about the three students of the story.
    private static async Task SetUpAsync(Uri address, HostProcess host)
    {
        using var api = new DemoApi(address, AdminKey);
        using var client = new HttpClient { BaseAddress = address };
        await Eventually.BeAsync("the app answers", () => IsHealthyAsync(client, host), Token);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);
        var cohort = new { name = "2027届", collectionOpensOn = today.AddDays(-30), collectionClosesOn = today.AddDays(90) };
        await api.PutCohortAsync(Cohort, cohort, Token);
        foreach (var (code, name) in SampleRoster.TeachingPoints)
        {
            await api.PutTeachingPointAsync(Cohort, code, name, "", Token);
        }

        var students = SampleRoster.Invent(80, seed: 2027);
        Assert.Equal(80, (await api.PostRosterAsync(Cohort, SampleRoster.ToCsv(students), "text/csv", Token)).Added);
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client, HostProcess host)
    {
        Assert.False(host.HasExited, host.Output);
        try
        {
            using var answer = await client.GetAsync(new Uri("api/health", UriKind.Relative), Token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
