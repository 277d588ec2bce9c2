using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Processes;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Startup;

/// <summary><c>startup</c>: how soon the app's process answers the host, and then its first request, by turns with another build of it.</summary>
internal static class StartupCommand
{
    public static Command Create()
    {
        var starts = new Option<int>("--starts") { Description = "Starts of each build.", HelpName = "N", DefaultValueFactory = _ => 15 };
        var appRoot = new Option<DirectoryInfo?>("--app-root") { Description = "A published folder; default: one is published now.", HelpName = "DIR" };
        var against = new Option<DirectoryInfo?>("--against") { Description = "Another published folder, started by turns.", HelpName = "DIR" };
        var command = new Command("startup", "Measure the start of the app: from the process to its first answers.") { starts, appRoot, against };
        command.SetAction(async (result, cancellationToken) =>
        {
            var output = result.InvocationConfiguration.Output;
            var folder = result.GetValue(appRoot)?.FullName ?? await PublishAsync(output, cancellationToken);
            await using var storage = await StorageEmulator.StartAsync(cancellationToken);
            var builds = new[] { folder, result.GetValue(against)?.FullName }.OfType<string>().Select(root => new Build(root)).ToList();
            for (var start = 0; start < result.GetRequiredValue(starts); start++)
            {
                foreach (var build in builds)
                {
                    await build.StartOnceAsync(storage.ConnectionString, cancellationToken);
                }
            }

            foreach (var build in builds)
            {
                await build.WriteAsync(output);
            }
        });
        return command;
    }

    private static async Task<string> PublishAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Path.GetTempPath(), "photofunctions-startup");
        await output.WriteLineAsync($"Publishing to {folder} …");
        using var publish = Process.Start(
            "dotnet",
            [
                "publish", Path.Combine(BuildLayout.RepositoryRoot, "src", "Functions"), "-c", "Release", "-o", folder, "-nologo", "-v", "q",
                "-p:EventGridBlobTrigger=true",
            ]);
        await publish.WaitForExitAsync(cancellationToken);
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException("The app could not be published.");
    }

    private sealed class Build(string root)
    {
        private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);
        private readonly List<TimeSpan> _ready = [];
        private readonly List<TimeSpan> _work = [];
        private readonly List<TimeSpan> _page = [];

        public async Task StartOnceAsync(string storage, CancellationToken cancellationToken)
        {
            var port = LoopbackPorts.FindFree();
            var start = new ProcessStartInfo(Path.Combine(root, "PhotoFunctions"))
            {
                WorkingDirectory = root,
                RedirectStandardOutput = true,
            };
            start.Environment["AzureWebJobsStorage"] = storage;
            start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
            start.Environment["MALLOC_ARENA_MAX"] = "2";
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
            var began = TimeProvider.System.GetTimestamp();
            using var app = Process.Start(start)!;
            _ = app.StandardOutput.ReadToEndAsync(cancellationToken);
            try
            {
                while (!await AnswersAsync(http, cancellationToken))
                {
                    await Task.Delay(Poll, TimeProvider.System, cancellationToken);
                }

                _ready.Add(TimeProvider.System.GetElapsedTime(began));
                _work.Add(app.TotalProcessorTime);
                began = TimeProvider.System.GetTimestamp();
                using var page = await http.GetAsync(new Uri("api/sign-in", UriKind.Relative), cancellationToken);
                page.EnsureSuccessStatusCode();
                _page.Add(TimeProvider.System.GetElapsedTime(began));
            }
            finally
            {
                app.Kill();
                await app.WaitForExitAsync(cancellationToken);
            }
        }

        public async Task WriteAsync(TextWriter output)
        {
            var bytes = new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{root}: {bytes / 1024.0 / 1024.0:0.0} MiB"));
            await output.WriteLineAsync($"  start to ready    {new Sample(_ready)}");
            await output.WriteLineAsync($"  its processor time {new Sample(_work)}");
            await output.WriteLineAsync($"  first page then   {new Sample(_page)}");
        }

        private static async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellationToken)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/", UriKind.Relative), cancellationToken);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
