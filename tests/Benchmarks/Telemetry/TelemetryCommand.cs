using System.CommandLine;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using PhotoFunctions.Benchmarks.Scale;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Telemetry;

/// <summary>
/// <c>telemetry</c>: what it costs to tell. Two processes of the app on one storage, one with a collector and one without, take turns; what is
/// compared is their processor time.
/// </summary>
internal static class TelemetryCommand
{
    private const string Cohort = "telemetry";
    private const int WarmUp = 2;

    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Turns of each.", HelpName = "N", DefaultValueFactory = _ => 10 };
        var photos = new Option<int>("--photos") { Description = "Photos a turn.", HelpName = "N", DefaultValueFactory = _ => 10 };
        var requests = new Option<int>("--requests") { Description = "Requests a turn.", HelpName = "N", DefaultValueFactory = _ => 200 };
        var command = new Command("telemetry", "Measure what traces, metrics and logs cost a photo and a request.") { rounds, photos, requests };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(rounds),
            result.GetRequiredValue(photos),
            result.GetRequiredValue(requests),
            result.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static async Task RunAsync(int rounds, int photos, int requests, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"{Machine.Describe()}; load {(await File.ReadAllTextAsync("/proc/loadavg", cancellationToken)).Trim()}");
        await using var storage = await StorageEmulator.StartAsync(cancellationToken);
        await using var sink = await Sink.StartAsync(cancellationToken);
        using var silent = await MeasuredApp.StartAsync(storage.ConnectionString, new Dictionary<string, string>(), cancellationToken);
        using var telling = await MeasuredApp.StartAsync(storage.ConnectionString, sink.Settings, cancellationToken);
        await SetUpAsync(silent.Client, 2 * (rounds + WarmUp) * photos, cancellationToken);
        var (inbox, next) = (new BlobContainerClient(storage.ConnectionString, "uploads"), 0);

        await CompareAsync("photo", photos, async app => await DeliverAsync(app, inbox, next++, cancellationToken));
        await CompareAsync("request", requests, async app => await AskAsync(app, cancellationToken));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"sent to the collector: {sink.Bytes / 1024} KiB"));

        async Task CompareAsync(string what, int times, Func<MeasuredApp, Task> act)
        {
            var turns = new List<(double Silent, double Telling)>();
            for (var round = 0; round < rounds + WarmUp; round++)
            {
                // Whose turn is first changes from round to round.
                var isFirst = round % 2 == 0;
                var one = await TurnAsync(isFirst ? silent : telling);
                var other = await TurnAsync(isFirst ? telling : silent);
                if (round >= WarmUp)
                {
                    turns.Add(isFirst ? (one, other) : (other, one));
                }
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {Median(turns.Select(turn => turn.Silent)):0.00} ms without, {Median(turns.Select(turn => turn.Telling)):0.00} ms with a collector, ratio {Median(turns.Select(turn => turn.Telling / turn.Silent)):0.000} (n = {rounds} turns of {times})"));

            async Task<double> TurnAsync(MeasuredApp app)
            {
                var before = app.Processor;
                for (var time = 0; time < times; time++)
                {
                    await act(app);
                }

                return (app.Processor - before).TotalMilliseconds / times;
            }
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static async Task SetUpAsync(HttpClient admin, int students, CancellationToken cancellationToken)
    {
        var settings = new { name = "2024届", collectionOpensOn = "2023-04-01", collectionClosesOn = "2099-06-30" };
        (await admin.PutAsJsonAsync($"/api/cohorts/{Cohort}", settings, cancellationToken)).EnsureSuccessStatusCode();
        var point = $"/api/cohorts/{Cohort}/teaching-points/{Roster.PointOf(0)}";
        (await admin.PutAsJsonAsync(point, new { name = "教学点" }, cancellationToken)).EnsureSuccessStatusCode();
        using var roster = new StringContent(Roster.Csv(0, students, students, 1), Encoding.UTF8, "text/csv");
        (await admin.PostAsync(new Uri($"/api/cohorts/{Cohort}/roster", UriKind.Relative), roster, cancellationToken)).EnsureSuccessStatusCode();
    }

    private static async Task DeliverAsync(MeasuredApp app, BlobContainerClient inbox, int student, CancellationToken cancellationToken)
    {
        var blob = inbox.GetBlobClient($"{Cohort}/{Roster.PointOf(0)}/{Roster.IdOf(student)}.jpg");
        await blob.UploadAsync(BinaryData.FromBytes(SampleFiles.Portrait()), overwrite: true, cancellationToken);
        var body = JsonSerializer.Serialize(new { Data = new { }, Metadata = new { Uri = JsonSerializer.Serialize(blob.Uri.AbsoluteUri) } });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (await app.Client.PostAsync(new Uri("/PhotoUploaded", UriKind.Relative), content, cancellationToken)).EnsureSuccessStatusCode();
    }

    private static async Task AskAsync(MeasuredApp app, CancellationToken cancellationToken)
    {
        var address = new Uri($"/api/cohorts/{Cohort}/students?top=50", UriKind.Relative);
        (await app.Client.GetAsync(address, cancellationToken)).EnsureSuccessStatusCode();
    }
}
