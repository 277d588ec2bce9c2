using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PhotoFunctions.Benchmarks.Reminders;
using PhotoFunctions.Benchmarks.Scale;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Pages;

/// <summary><c>pages</c>: what an administrator's first page takes, in time and bytes.</summary>
internal static partial class PagesCommand
{
    private const string FirstPage = $"/api/dashboard/{ScaleCommand.Cohort}";
    private const int Looks = 50;
    private const int FailsOneIn = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(31);

    public static Command Create()
    {
        var students = new Option<int>("--students") { Description = "Students.", HelpName = "N", DefaultValueFactory = _ => 20_000 };
        var points = new Option<int>("--points") { Description = "Teaching points.", HelpName = "N", DefaultValueFactory = _ => 40 };
        var command = new Command("pages", "Measure the first page about a large cohort: server time, storage transactions, bytes.")
        {
            students,
            points,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(students), result.GetRequiredValue(points), result.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task RunAsync(int students, int points, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"{Machine.Describe()}; load {(await File.ReadAllTextAsync("/proc/loadavg", cancellationToken)).Trim()}");
        await using var storage = await StorageEmulator.StartAsync(cancellationToken);
        await using (var app = new CountedApp(storage.ConnectionString))
        {
            using var admin = app.CreateAdmin();
            await ScaleCommand.SetUpAsync(admin, points, cancellationToken);
            await ScaleCommand.LoadAsync(app, admin, students, points, output, cancellationToken);
            await new Photographs(storage.ConnectionString, ScaleCommand.Cohort).TakeAsync(points, cancellationToken);
            await FailedVerifications.MakeAsync(storage.ConnectionString, points, FailsOneIn, app.Clock.GetUtcNow(), cancellationToken);

            var cold = await LookAsync(app, admin, cancellationToken);
            await WriteAsync(output, "the very first look, nothing stored", cold.Time, cold.Calls);
            await WriteBytesAsync(admin, cold.Html, output, cancellationToken);
            await SampleAsync("looks within half a minute", TimeSpan.Zero);
            await SampleAsync("looks that find it old", Stale);

            async Task SampleAsync(string name, TimeSpan before)
            {
                var looks = new List<(TimeSpan Time, int Calls)>();
                for (var look = 0; look < Looks; look++)
                {
                    app.Clock.Advance(before);
                    var (time, calls, _) = await LookAsync(app, admin, cancellationToken);
                    looks.Add((time, calls));

                    // A newer glance that is still being read would take the processor from the next look.
                    while ((await LookAsync(app, admin, cancellationToken)).Html.Contains("重新载入", StringComparison.Ordinal))
                    {
                        await Task.Delay(Pause, TimeProvider.System, cancellationToken);
                    }
                }

                var sample = new Sample(looks.Select(look => look.Time));
                await WriteAsync(output, $"{name}, {sample}", sample.Median, looks[^1].Calls);
            }
        }

        await using var fresh = new CountedApp(storage.ConnectionString);
        using var other = fresh.CreateAdmin();
        using var health = await other.GetAsync(new Uri("/api/health", UriKind.Relative), cancellationToken);
        var first = await LookAsync(fresh, other, cancellationToken);
        await WriteAsync(output, "the first look of a fresh process", first.Time, first.Calls);
        var second = await LookAsync(fresh, other, cancellationToken);
        await WriteAsync(output, "its second look", second.Time, second.Calls);
        await output.WriteLineAsync($"load {(await File.ReadAllTextAsync("/proc/loadavg", cancellationToken)).Trim()}");
    }

    private static async Task<(TimeSpan Time, int Calls, string Html)> LookAsync(
        CountedApp app, HttpClient admin, CancellationToken cancellationToken)
    {
        app.Calls.Reset();
        var start = Stopwatch.GetTimestamp();
        using var answer = await admin.GetAsync(new Uri(FirstPage, UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
        var html = await answer.Content.ReadAsStringAsync(cancellationToken);
        return (Stopwatch.GetElapsedTime(start), app.Calls.Count, html);
    }

    private static async Task WriteBytesAsync(HttpClient admin, string html, TextWriter output, CancellationToken cancellationToken)
    {
        var page = Encoding.UTF8.GetByteCount(html);
        var all = page;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{"bytes of the page",-60}{page,8}"));
        foreach (var address in AssetAddress().Matches(html).Select(match => match.Value).Distinct())
        {
            var bytes = (await admin.GetByteArrayAsync(new Uri(address, UriKind.Relative), cancellationToken)).Length;
            all += bytes;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{"bytes of " + address.Split('/')[^1],-60}{bytes,8}"));
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{"all together, not compressed",-60}{all,8}"));
    }

    private static Task WriteAsync(TextWriter output, string name, TimeSpan time, int calls) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"{name,-60}{time.TotalMilliseconds,10:0.0} ms {calls,5} transactions"));

    [GeneratedRegex("/api/assets/[^\"]+")]
    private static partial Regex AssetAddress();
}
