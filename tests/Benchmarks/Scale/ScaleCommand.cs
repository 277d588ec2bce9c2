using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Scale;

/// <summary><c>scale</c>: what it costs to load many students, and what people's questions cost then.</summary>
internal static class ScaleCommand
{
    /// <summary>The cohort that is loaded.</summary>
    public const string Cohort = "2024";

    private const int RowsOfOneFile = 20_000;
    private const int Rounds = 21;
    private const int ListRounds = 101;

    public static Command Create()
    {
        var students = new Option<int>("--students") { Description = "Students.", HelpName = "N", DefaultValueFactory = _ => 200_000 };
        var points = new Option<int>("--points") { Description = "Teaching points.", HelpName = "N", DefaultValueFactory = _ => 200 };
        var command = new Command("scale", "Measure a large cohort: load rate, summaries, one student, lists, the nightly walks.")
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
        await output.WriteLineAsync(Machine.Describe());
        await using var storage = await StorageEmulator.StartAsync(cancellationToken);
        await using var app = new CountedApp(storage.ConnectionString);
        using var admin = app.CreateAdmin();
        await SetUpAsync(admin, points, cancellationToken);
        await LoadAsync(app, admin, students, points, output, cancellationToken);
        await new Photographs(storage.ConnectionString, Cohort).TakeAsync(points, cancellationToken);

        var questions = new Questions(app, admin, output);
        foreach (var (question, address, rounds) in QuestionsOf(points))
        {
            var isSummary = address.EndsWith("summary", StringComparison.Ordinal);
            await questions.AskAsync(question, $"cohorts/{Cohort}/{address}", rounds, isSummary, cancellationToken);
        }

        await questions.WalkAsync(Cohort, cancellationToken);
    }

    // A summary is remembered for half a minute: it is asked for when that is over.
    private static IEnumerable<(string Question, string Address, int Rounds)> QuestionsOf(int points)
    {
        const string First = "teaching-points/TP001";
        var last = Roster.PointOf(points - 1);
        yield return ("a teaching point's summary", First + "/summary", Rounds);
        yield return ("the cohort's summary", "summary", Math.Min(Rounds, 5));
        yield return ("one student", $"students/{Roster.NumberOf(0)}", Rounds);
        yield return ("the due list of a teaching point", First + "/students?collection=awaiting&top=1000", Rounds);
        yield return ("50 of the cohort", "students?top=50", ListRounds);
        yield return ("50 of a teaching point", First + "/students?top=50", ListRounds);
        yield return (
            "the 50 who have waited longest for a photo", First + "/students?collection=awaiting&sort=collectionSince&top=50", ListRounds);
        yield return ("who has a student number, in the cohort", $"students?numberPrefix={Roster.NumberOf(1)}&top=50", ListRounds);
        yield return ("50 of the cohort in a status that nobody has", "students?verification=failed&top=50", ListRounds);
        yield return ("50 of the last teaching point by class", $"teaching-points/{last}/students?sort=className&top=50", ListRounds);
    }

    public static async Task SetUpAsync(HttpClient admin, int points, CancellationToken cancellationToken)
    {
        var settings = new { name = "2024届", collectionOpensOn = "2023-04-01", collectionClosesOn = "2099-06-30" };
        (await admin.PutAsJsonAsync($"/api/cohorts/{Cohort}", settings, cancellationToken)).EnsureSuccessStatusCode();
        for (var point = 0; point < points; point++)
        {
            var address = $"/api/cohorts/{Cohort}/teaching-points/{Roster.PointOf(point)}";
            (await admin.PutAsJsonAsync(address, new { name = "教学点" }, cancellationToken)).EnsureSuccessStatusCode();
        }
    }

    // As an administrator does: one file after the other, each with the students of a few teaching points.
    public static async Task LoadAsync(
        CountedApp app, HttpClient admin, int students, int points, TextWriter output, CancellationToken cancellationToken)
    {
        app.Calls.Reset();
        var start = Stopwatch.GetTimestamp();
        for (var first = 0; first < students; first += RowsOfOneFile)
        {
            var rows = Math.Min(RowsOfOneFile, students - first);
            using var csv = new StringContent(Roster.Csv(first, rows, students, points), Encoding.UTF8, "text/csv");
            using var answer = await admin.PostAsync(new Uri($"/api/cohorts/{Cohort}/roster", UriKind.Relative), csv, cancellationToken);
            answer.EnsureSuccessStatusCode();
            var report = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            if (report.GetProperty("added").GetInt32() != rows)
            {
                throw new InvalidOperationException(
                    $"Expected {rows} students to be added but {report.GetProperty("added")} were: {report.GetRawText()[..200]}");
            }

            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {first + rows} of {students}"));
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"loaded {students} students in {points} teaching points: {elapsed.TotalSeconds:0.0} s, "
            + $"{students / elapsed.TotalSeconds:0} students/s, {(double)app.Calls.Count / students:0.000} transactions each"));
    }
}
