using System.CommandLine;
using PhotoFunctions.Functions.Storage.Backups;

namespace PhotoFunctions.Functions.BackupTool;

/// <summary><c>backups verify</c>: whether a backup could be restored.</summary>
internal static class VerifyCommand
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var day = DayOption.Create();
        var command = new Command("verify", "Read all of a backup: every file, its SHA-256, its rows, their number and order.") { day };
        command.SetAction((result, cancellationToken) => RunAsync(
            services(), result.GetRequiredValue(day), result.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task RunAsync(IServiceProvider services, DateOnly day, TextWriter output, CancellationToken cancellationToken)
    {
        var manifest = await DayOption.FindAsync(services.GetRequiredService<TableBackups>(), day, cancellationToken);
        var reader = services.GetRequiredService<BackupReader>();
        var faults = new List<string>();
        foreach (var table in manifest.Tables)
        {
            var found = await reader.VerifyAsync(table, cancellationToken);
            faults.AddRange(found);
            var state = found.Count == 0 ? "good" : "DAMAGED";
            await output.WriteLineAsync($"{table.Name}: {table.Rows} rows in {table.Parts.Count} parts, {state}");
        }

        if (faults.Count > 0)
        {
            throw new BackupException(string.Join(Environment.NewLine, faults));
        }

        var keys = manifest.EncryptionKeys.Count == 0 ? "none" : string.Join(", ", manifest.EncryptionKeys.Keys);
        await output.WriteLineAsync(
            $"The backup of {DayOption.Text(day)} is good. To be read it needs IndexKey and of EncryptionKeys: {keys}.");
    }
}
