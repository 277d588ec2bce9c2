namespace PhotoFunctions.LocalHost.Demo;

/// <summary>The user's own roster and photos as a demo: nobody knows what is right, so nothing is expected but one outcome each.</summary>
internal static class UserCase
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static DemoCase Read(FileInfo roster, DirectoryInfo photos)
    {
        var content = File.ReadAllBytes(roster.FullName);
        var teachingPoints = RosterTeachingPoints.Read(roster.Name, content);
        var uploads = photos.EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => (File: file, Path: Path.GetRelativePath(photos.FullName, file.FullName).Replace('\\', '/')))
            .Where(photo => !photo.Path.Split('/').Any(part => part.StartsWith('.')))
            .OrderBy(photo => photo.Path, StringComparer.Ordinal)
            .Select(photo => Upload(photo.File, photo.Path, teachingPoints))
            .ToList();
        if (uploads.Count == 0)
        {
            throw new DemoException($"{photos.FullName}: expected photos in this folder but it holds no file.", ExitCodes.BadUsage);
        }

        return new DemoCase
        {
            TeachingPoints = [.. teachingPoints.Select(code => (code, code))],
            Roster = content,
            RosterContentType = RosterTeachingPoints.IsWorkbook(content) ? Workbook : "text/csv",
            Uploads = uploads,
        };
    }

    private static DemoUpload Upload(FileInfo file, string path, IReadOnlyList<string> teachingPoints)
    {
        var first = path.Contains('/') ? path[..path.IndexOf('/')] : "";
        if (!teachingPoints.Contains(first, StringComparer.Ordinal))
        {
            path = teachingPoints.Count == 1
                ? $"{teachingPoints[0]}/{path}"
                : throw new DemoException(
                    $"Expected every photo in a folder named after one of the roster's {teachingPoints.Count} teaching points "
                    + $"({string.Join(", ", teachingPoints.Take(5))}) but one photo's first folder is missing or another.",
                    ExitCodes.BadUsage);
        }

        return new DemoUpload
        {
            // The name is likely an ID number: the table shows the masked one that the app gives.
            What = "",
            Path = path,
            ContentAsync = token => File.ReadAllBytesAsync(file.FullName, token),
        };
    }
}
