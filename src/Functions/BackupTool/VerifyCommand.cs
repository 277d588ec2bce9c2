using System.CommandLine;
using PhotoFunctions.Functions.Storage.Backups;

namespace PhotoFunctions.Functions.BackupTool;

/// <summary><c>backups verify</c>: whether a backup could be restored.</summary>
internal static class VerifyCommand
{
    public static Command Create(IServiceProvider services)
    {
        var day = DayOption.Create();
        var command = new Command("verify", "Read all of a backup: every file there, its SHA-256, its rows, their number and their order.") { day };
        command.SetAction((result, cancellationToken) => RunAsync(
            services.GetRequiredService<TableBackups>(),
            services.GetRequiredService<BackupReader>(),
            result.GetRequiredValue(day),
            result.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static async Task RunAsync(
        TableBackups backups, BackupReader reader, DateOnly day, TextWriter output, CancellationToken cancellationToken)
    {
        var manifest = await DayOption.FindAsync(backups, day, cancellationToken);
        var faults = new List<string>();
        foreach (var table in manifest.Tables)
        {
            var found = await reader.VerifyAsync(table, cancellationToken);
            faults.AddRange(found);
            await output.WriteLineAsync($"{table.Name}: {table.Rows} rows in {table.Parts.Count} parts, {(found.Count == 0 ? "good" : "DAMAGED")}");
        }

        if (faults.Count > 0)
        {
            throw new BackupException(string.Join(Environment.NewLine, faults));
        }

        var keys = manifest.EncryptionKeys.Count == 0 ? "none" : string.Join(", ", manifest.EncryptionKeys.Keys);
        await output.WriteLineAsync($"The backup of {DayOption.Text(day)} is good. To be read it needs IndexKey and of EncryptionKeys: {keys}.");
    }
}
