using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using PhotoFunctions.Benchmarks.Scale;
using PhotoFunctions.LocalHost;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Api;

/// <summary><c>api</c>: how long people wait for a list and for one student, through LocalHost, and what many clients at once do to it.</summary>
internal static class ApiCommand
{
    private const string Cohort = "2024";
    private const string AdminKey = "benchmark-0123456789abcdefghijklmnopqrs";

    public static Command Create()
    {
        var students = Number("--students", "Students.", 20_000);
        var points = Number("--points", "Teaching points.", 40);
        var requests = Number("--requests", "Requests of each kind, one after the other.", 400);
        var clients = Number("--clients", "Clients at once.", 32);
        var seconds = Number("--seconds", "For how long they ask.", 60);
        var command = new Command("api", "Measure the API through LocalHost: lists, one student, many clients at once.")
        {
            students, points, requests, clients, seconds,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            new Size(
                result.GetRequiredValue(students),
                result.GetRequiredValue(points),
                result.GetRequiredValue(requests),
                result.GetRequiredValue(clients),
                TimeSpan.FromSeconds(result.GetRequiredValue(seconds))),
            result.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static Option<int> Number(string name, string description, int number) =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => number };

    private static async Task RunAsync(Size size, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(Machine.Describe());
        using var host = await ChildHost.StartAsync(
            BuildLayout.AppRoot, cancellationToken, "--setting", $"AdminKey={AdminKey}", "--setting", "AdministratorRequestsPerMinute=10000000");
        using var admin = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(10) };
        admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
        await SetUpAsync(admin, size, cancellationToken);
        var traffic = new Traffic(admin, Cohort, size.Students, size.Points);

        await traffic.AskAsync(size.Requests / 4, traffic.List, cancellationToken);
        await traffic.AskAsync(size.Requests / 4, traffic.Detail, cancellationToken);
        var lists = await traffic.AskAsync(size.Requests, traffic.List, cancellationToken);
        var details = await traffic.AskAsync(size.Requests, traffic.Detail, cancellationToken);
        await output.WriteLineAsync($"one after the other: list   {lists}");
        await output.WriteLineAsync($"                     detail {details}");
        var crowd = await traffic.CrowdAsync(size.Clients, size.Duration, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{size.Clients} clients at once for {size.Duration.TotalSeconds:0} s: {crowd.Durations.Count} requests, {crowd.Errors} errors"));
        await output.WriteLineAsync($"                     both   {new Sample(crowd.Durations)}");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"api: list p95 {lists.Percentile95.TotalMilliseconds:0} ms, detail p95 {details.Percentile95.TotalMilliseconds:0} ms, "
            + $"errors {crowd.Errors + traffic.Errors}"));
        await host.StopAsync(cancellationToken);
    }

    private static async Task SetUpAsync(HttpClient admin, Size size, CancellationToken cancellationToken)
    {
        var settings = new { name = "2024届", collectionOpensOn = "2023-04-01", collectionClosesOn = "2099-06-30" };
        (await admin.PutAsJsonAsync($"/api/cohorts/{Cohort}", settings, cancellationToken)).EnsureSuccessStatusCode();
        for (var point = 0; point < size.Points; point++)
        {
            var address = $"/api/cohorts/{Cohort}/teaching-points/{Roster.PointOf(point)}";
            (await admin.PutAsJsonAsync(address, new { name = "教学点" }, cancellationToken)).EnsureSuccessStatusCode();
        }

        using var roster = new StringContent(Roster.Csv(0, size.Students, size.Students, size.Points), Encoding.UTF8, "text/csv");
        (await admin.PostAsync(new Uri($"/api/cohorts/{Cohort}/roster", UriKind.Relative), roster, cancellationToken)).EnsureSuccessStatusCode();
    }

    private sealed record Size(int Students, int Points, int Requests, int Clients, TimeSpan Duration);
}
