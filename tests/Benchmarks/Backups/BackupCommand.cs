using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Benchmarks.Scale;
using PhotoFunctions.Domain.Backups;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Backups;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Backups;

/// <summary><c>backup</c>: what it costs to copy the tables of a large cohort, and to bring them back.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var students = new Option<int>("--students") { Description = "Students.", HelpName = "N", DefaultValueFactory = _ => 20_000 };
        var points = new Option<int>("--points") { Description = "Teaching points.", HelpName = "N", DefaultValueFactory = _ => 40 };
        var command = new Command("backup", "Measure a night's backup, a verification and a restore.") { students, points };
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
        await ScaleCommand.SetUpAsync(admin, points, cancellationToken);
        await ScaleCommand.LoadAsync(app, admin, students, points, output, cancellationToken);
        await new Photographs(storage.ConnectionString, ScaleCommand.Cohort).TakeAsync(points, cancellationToken);

        var backup = await BackUpAsync(app, output, cancellationToken);
        var bytes = await new BlobContainerClient(storage.ConnectionString, "backups").GetBlobsAsync(cancellationToken: cancellationToken)
            .Select(blob => blob.Properties.ContentLength ?? 0)
            .SumAsync(cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {backup.Parts} parts, {bytes / 1e6:0.0} MB"));

        var manifest = (await app.Services.GetRequiredService<TableBackups>().FindManifestAsync(backup.Day, cancellationToken))!;
        foreach (var table in manifest.Tables)
        {
            await new TableClient(storage.ConnectionString, table.Name).DeleteAsync(cancellationToken);
        }

        // A process that has not seen the tables yet, as the command's is.
        await using var tool = new CountedApp(storage.ConnectionString);
        var restore = tool.Services.GetRequiredService<BackupRestore>();
        var options = new RestoreOptions([], AddsMissing: false, IsDryRun: false);
        await MeasureAsync(
            tool, "verified and restored", backup.Rows, output, () => restore.RunAsync(manifest, options, _ => { }, cancellationToken));
    }

    private static async Task<CompleteBackup> BackUpAsync(CountedApp app, TextWriter output, CancellationToken cancellationToken)
    {
        var round = app.Services.GetRequiredService<BackupRound>();
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(cancellationToken);
        for (var rounds = 1; ; rounds++)
        {
            app.Calls.Reset();
            var start = Stopwatch.GetTimestamp();
            var report = await round.RunAsync(cancellationToken);
            var state = report.Made is null ? "to be continued" : $"complete, {report.Made.Rows} rows";
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"round {rounds}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, {app.Calls.Count} transactions, {state}"));
            if (report.Failure is { } failure)
            {
                throw failure;
            }

            if (report.Made is { } made)
            {
                return made;
            }
        }
    }

    private static async Task MeasureAsync(CountedApp app, string what, int rows, TextWriter output, Func<Task> work)
    {
        app.Calls.Reset();
        var start = Stopwatch.GetTimestamp();
        await work();
        var elapsed = Stopwatch.GetElapsedTime(start);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {elapsed.TotalSeconds:0.0} s, {rows / elapsed.TotalSeconds:0} rows/s, {app.Calls.Count} transactions"));
    }
}
