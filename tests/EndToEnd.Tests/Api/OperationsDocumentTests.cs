using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.EndToEnd.Tests.Api;

/// <summary>Follows the operations document as an administrator does: its blocks for the shell, in their order, in one shell.</summary>
public sealed partial class OperationsDocumentTests
{
    private const string AdminKey = "ph_test_0123456789abcdefghijklmnopqrstuv";
    private static readonly string Document = Path.Combine(BuildLayout.RepositoryRoot, "docs", "operations.md");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_blocks_for_the_shell_do_what_the_document_says()
    {
        var blocks = Block().Matches(await File.ReadAllTextAsync(Document, Stop)).Select(block => block.Groups[1].Value).ToList();
        Assert.True(blocks.Count > 6, $"Expected the document's blocks but found {blocks.Count}.");
        Assert.SkipWhen(!IsThere("curl") || !IsThere("bash"), "The document is followed with bash and curl: apt-get install curl");
        var port = LoopbackPorts.FindFree();
        await using var host = HostProcess.Start(
        [
            "start", "--in-memory", "--port", Text(port), "--setting", $"AdminKey={AdminKey}",
            .. HostProcess.FreePorts("--blob-port", "--queue-port", "--table-port"),
        ]);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        await Eventually.BeAsync("the app answers", () => AnswersAsync(http, host), Stop);

        var followed = await FollowAsync(string.Join('\n', blocks), port);
        Assert.True(followed.ExitCode == 0, followed.Said);

        // What the words around the blocks promise.
        Assert.Contains("\"status\":\"ok\"", followed.Said, StringComparison.Ordinal);
        Assert.Contains("\"added\":3", followed.Said, StringComparison.Ordinal);
        Assert.Contains("\"movedFrom\":\"TP001\"", followed.Said, StringComparison.Ordinal);
        Assert.Contains("\"year\":2029,\"isStored\":true", followed.Said, StringComparison.Ordinal);

        // A step that fails ends it: the reader would be told, and so is this test.
        var broken = await FollowAsync($"{blocks[0]}\napi \"$APP/api/cohorts/nobody\"\necho went on", port);
        Assert.NotEqual(0, broken.ExitCode);
        Assert.DoesNotContain("went on", broken.Said, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Said)> FollowAsync(string script, int port)
    {
        var folder = Directory.CreateTempSubdirectory("photofunctions-operations-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "steps.sh"), "set -euo pipefail\nexec 2>&1\n" + script, Stop);
            var start = new ProcessStartInfo("bash", ["steps.sh"]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
            start.Environment["APP"] = $"http://127.0.0.1:{port}";
            start.Environment["ADMIN_KEY"] = AdminKey;
            using var shell = Process.Start(start)!;
            var said = await shell.StandardOutput.ReadToEndAsync(Stop);
            await shell.WaitForExitAsync(Stop);
            return (shell.ExitCode, said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, HostProcess host)
    {
        Assert.False(host.HasExited, host.Output);
        try
        {
            using var answer = await http.GetAsync(new Uri("api/health", UriKind.Relative), Stop);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
