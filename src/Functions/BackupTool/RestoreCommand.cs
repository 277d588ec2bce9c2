using System.CommandLine;
using System.Globalization;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Backups;

namespace PhotoFunctions.Functions.BackupTool;

/// <summary><c>backups restore</c>: brings rows back, and says what only people can set right.</summary>
internal static class RestoreCommand
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var day = DayOption.Create();
        var tables = new Option<string[]>("--table")
        {
            Description = "Only this table; may be repeated. Without it all tables of the backup.",
            HelpName = "TABLE",
            DefaultValueFactory = _ => [],
        };
        var addsMissing = new Option<bool>("--missing-only")
        {
            Description = "Add the rows that are not there, and keep those that are. Without it the tables have to be empty.",
        };
        var isDryRun = new Option<bool>("--dry-run") { Description = "Check everything, tell what would be written, and write nothing." };
        var command = new Command(
            "restore", "Bring the rows of a backup back into the tables. Stop the app first. Nothing is ever overwritten.")
        {
            day, tables, addsMissing, isDryRun,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var app = services();
            var backups = app.GetRequiredService<TableBackups>();
            var manifest = await DayOption.FindAsync(backups, result.GetRequiredValue(day), cancellationToken);
            var options = new RestoreOptions(result.GetValue(tables)!, result.GetValue(addsMissing), result.GetValue(isDryRun));
            var output = result.InvocationConfiguration.Output;
            var restore = app.GetRequiredService<BackupRestore>();
            var restored = await restore.RunAsync(manifest, options, output.WriteLine, cancellationToken);
            await TellAsync(manifest, options, restored, output);
        });
        return command;
    }

    private static async Task TellAsync(
        BackupManifest manifest, RestoreOptions options, IReadOnlyList<RestoredTable> restored, TextWriter output)
    {
        var written = options.IsDryRun ? "to write" : "written";
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{Environment.NewLine}{"table",-16}{"in backup",10}{written,10}{"kept",10}{"erased",10}"));
        foreach (var table in restored)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{table.Name,-16}{table.Rows,10}{table.Written,10}{table.Kept,10}{table.Erased,10}"));
        }

        await output.WriteLineAsync();
        foreach (var remark in Remarks(manifest, options, restored))
        {
            await output.WriteLineAsync(remark);
        }
    }

    private static IEnumerable<string> Remarks(BackupManifest manifest, RestoreOptions options, IReadOnlyList<RestoredTable> restored)
    {
        var since = DayOption.Text(manifest.StartedAt);
        if (options.IsDryRun)
        {
            yield return "Nothing was written: this was a dry run.";
        }

        if (restored.Any(table => table.Erased > 0))
        {
            yield return "Rows of cohorts that were erased since the backup began were left out: they stay erased.";
        }

        if (restored.Any(table => table is { Name: nameof(StorageAccount.AccessKeys), Written: > 0 }))
        {
            yield return $"Access keys are as they were at {since} (China): revoke again what was revoked since.";
        }

        if (restored.Any(table => table is { Name: nameof(StorageAccount.Students), Written: > 0 }))
        {
            yield return $"What happened after {since} (China) is not in it: docs/operations.md says how it is found and done again.";
        }
    }
}
