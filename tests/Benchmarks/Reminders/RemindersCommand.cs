using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Benchmarks.Scale;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Reminders;

/// <summary><c>reminders</c>: what a round over many students costs when one in a hundred is due a mail, and when nobody is.</summary>
internal static class RemindersCommand
{
    private const int OneIn = 100;
    private const int StudentsOfOneCall = 1_000;
    private const int CallsOfPoint = 2;
    private const int CallsOfMail = 5;

    public static Command Create()
    {
        var students = new Option<int>("--students") { Description = "Students.", HelpName = "N", DefaultValueFactory = _ => 200_000 };
        var points = new Option<int>("--points") { Description = "Teaching points.", HelpName = "N", DefaultValueFactory = _ => 200 };
        var command = new Command("reminders", "Measure rounds of reminders over a large cohort, one student in a hundred due.")
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
        var sender = new CountingSender();
        await using var app = new CountedApp(storage.ConnectionString, services => services.AddSingleton<IMailSender>(sender));
        var now = app.Clock.GetUtcNow();
        app.Clock.Advance(SendingHours.NextOpening(now) - now);
        using var admin = app.CreateAdmin();
        await ScaleCommand.SetUpAsync(admin, points, cancellationToken);
        await ScaleCommand.LoadAsync(app, admin, students, points, output, cancellationToken);
        var failed = await FailedVerifications.MakeAsync(
            storage.ConnectionString, points, OneIn, app.Clock.GetUtcNow(), cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{failed} students are due a mail"));

        var round = app.Services.GetRequiredService<ReminderRound>();
        foreach (var name in new[] { "first round", "second round" })
        {
            var before = sender.Mails;
            app.Calls.Reset();
            app.Kinds.Reset();
            var start = Stopwatch.GetTimestamp();
            var report = await round.RunAsync(ReminderSubject.Verification, null, cancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(start);
            var mails = sender.Mails - before;
            var bound = (students / StudentsOfOneCall) + (CallsOfPoint * points) + (CallsOfMail * mails);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {mails} mails, {report.Waiting} wait, {elapsed.TotalSeconds:0.0} s, {app.Calls.Count} transactions (bound {bound})"));
            foreach (var (kind, count) in app.Kinds.Counts)
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {kind,-30}{count,8}"));
            }
        }
    }
}
