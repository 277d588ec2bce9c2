using System.CommandLine;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Functions.Storage.Backups;

namespace PhotoFunctions.Functions.BackupTool;

/// <summary>Which backup is meant.</summary>
internal static class DayOption
{
    public static Option<DateOnly> Create() => new("--day")
    {
        Description = "The day of the backup, as `list` shows it.",
        HelpName = BackupNames.DayForm,
        Required = true,
        CustomParser = result =>
        {
            if (BackupNames.ParseDay(result.Tokens[0].Value) is { } day)
            {
                return day;
            }

            result.AddError($"--day: expected a day such as 20260131 but received '{result.Tokens[0].Value}'.");
            return default;
        },
    };

    /// <exception cref="BackupException">That day has no complete backup.</exception>
    public static async Task<BackupManifest> FindAsync(TableBackups backups, DateOnly day, CancellationToken cancellationToken)
    {
        if (await backups.FindManifestAsync(day, cancellationToken) is { } manifest)
        {
            return manifest.Form == BackupManifest.CurrentForm
                ? manifest
                : throw new BackupException(
                    $"Expected a backup of form {BackupManifest.CurrentForm} but {Text(day)} has form {manifest.Form}: "
                    + $"use version {manifest.AppVersion} of the app.");
        }

        var days = new List<string>();
        foreach (var other in await backups.ListDaysAsync(cancellationToken))
        {
            if (await backups.FindCompleteAsync(other, cancellationToken) is not null)
            {
                days.Add(Text(other));
            }
        }

        var complete = days.Count == 0 ? "none" : string.Join(", ", days);
        throw new BackupException($"Expected a complete backup of {Text(day)} but there is none. Complete ones: {complete}.");
    }

    public static string Text(DateOnly day) => BackupNames.Folder(day).TrimEnd('/');

    public static string Text(DateTimeOffset instant) => ChinaTime.TextAt(instant);
}
