using System.CommandLine;
using System.Globalization;
using PhotoFunctions.Functions.Storage.Backups;

namespace PhotoFunctions.Functions.BackupTool;

/// <summary><c>backups list</c>: which backups there are.</summary>
internal static class ListCommand
{
    private const string Heading = "day       state            rows  parts  begun                ended                app";

    public static Command Create(Func<IServiceProvider> services)
    {
        var command = new Command("list", "List the backups. Times are China's.");
        command.SetAction((result, cancellationToken) =>
            RunAsync(services().GetRequiredService<TableBackups>(), result.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task RunAsync(TableBackups backups, TextWriter output, CancellationToken cancellationToken)
    {
        var days = await backups.ListDaysAsync(cancellationToken);
        await output.WriteLineAsync(days.Count == 0 ? "There are no backups." : Heading);
        foreach (var day in days)
        {
            var line = await backups.FindManifestAsync(day, cancellationToken) is { } manifest && manifest.ToBackup() is var backup
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"complete   {backup.Rows,10}  {backup.Parts,5}  {DayOption.Text(backup.StartedAt)}  ")
                    + $"{DayOption.Text(backup.FinishedAt)}  {manifest.AppVersion}"
                : "incomplete";
            await output.WriteLineAsync($"{DayOption.Text(day)}  {line}");
        }
    }
}
