using System.CommandLine;
using PhotoFunctions.Functions.Storage.Backups;

namespace PhotoFunctions.Functions.BackupTool;

/// <summary><c>backups reoffer</c>: after a restore, lets the photos be decided again that were decided since the backup.</summary>
internal static class ReofferCommand
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var day = DayOption.Create();
        var isDryRun = new Option<bool>("--dry-run") { Description = "Tell what would be put into the inbox, and put nothing there." };
        var command = new Command(
            "reoffer", "After a restore, and the rosters of since: put photos back into the inbox that were decided since the backup.")
        {
            day, isDryRun,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            services(), result.GetRequiredValue(day), result.GetValue(isDryRun), result.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task RunAsync(
        IServiceProvider services, DateOnly day, bool isDryRun, TextWriter output, CancellationToken cancellationToken)
    {
        var manifest = await DayOption.FindAsync(services.GetRequiredService<TableBackups>(), day, cancellationToken);
        var report = await services.GetRequiredService<PhotosSince>().OfferAsync(manifest.StartedAt, isDryRun, cancellationToken);
        await output.WriteLineAsync($"Photos kept since {DayOption.Text(manifest.StartedAt)} (China):");
        var put = isDryRun ? "to be put" : "put";
        await output.WriteLineAsync($"{report.Offered,8}  {put} into the inbox: the app decides them when it runs");
        await output.WriteLineAsync($"{report.Known,8}  known to their students already");
        await output.WriteLineAsync($"{report.Unowned,8}  of students who are not there: import the rosters of since, and repeat this");
    }
}
