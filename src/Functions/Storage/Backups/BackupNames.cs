using System.Globalization;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>
/// How the files of backups are called: <c>20261123/Students/00001.jsonl.gz</c>, <c>20261123/manifest.json</c>. None names a person.
/// </summary>
internal static class BackupNames
{
    public const string DayForm = "yyyyMMdd";

    public static string Folder(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture) + "/";

    public static string Manifest(DateOnly day) => Folder(day) + "manifest.json";

    public static string Table(DateOnly day, string table) => $"{Folder(day)}{table}/";

    public static string Part(DateOnly day, string table, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Table(day, table)}{number:D5}.jsonl.gz");

    public static DateOnly? ParseDay(string? text) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
