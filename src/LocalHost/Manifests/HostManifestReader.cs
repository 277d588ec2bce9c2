using System.Globalization;
using PhotoFunctions.LocalHost.Settings;

namespace PhotoFunctions.LocalHost.Manifests;

/// <summary>Reads host.json.</summary>
internal static class HostManifestReader
{
    private const string File = "host.json";

    public static HostManifest Read(string appRoot, Func<string, string?> setting)
    {
        var path = Path.Combine(appRoot, File);
        if (!System.IO.File.Exists(path))
        {
            throw new HostStartException($"{File}: not found in {appRoot}. Expected the folder of a function app (--app-root DIR).");
        }

        var root = ManifestNode.Load(path, File);
        if (root.Text("version") is not "2.0")
        {
            throw root.Refuse("version", "expected \"2.0\"");
        }

        if (root.Has("retry"))
        {
            throw root.Refuse("retry", "retries of the host are not supported: deliveries are repeated by their trigger");
        }

        var handler = root.RequiredSection("customHandler");
        var description = handler.RequiredSection("description");
        var proxying = handler.Flag("enableProxyingHttpRequest") ?? false;
        if (!proxying && handler.Flag("enableForwardingHttpRequest") is not true)
        {
            throw handler.Refuse("enableForwardingHttpRequest", "expected true: HTTP calls as JSON payloads are not supported");
        }

        var extensions = root.Section("extensions");
        var queues = extensions?.Section("queues");
        return new HostManifest
        {
            Executable = FindExecutable(appRoot, description),
            Arguments = string.Join(' ', description.Items("arguments").Select(item => SettingNames.Expand(item.AsText(), setting).Text)),
            WorkingDirectory = FindWorkingDirectory(appRoot, description),
            RoutePrefix = (extensions?.Section("http")?.Text("routePrefix") ?? "api").Trim('/'),
            Proxying = proxying,
            FunctionTimeout = ReadTimeout(root),
            MaxDequeueCount = queues?.Number("maxDequeueCount", 1, 1000) ?? 5,
            QueueBatchSize = queues?.Number("batchSize", 1, 32) ?? 16,
            QueueVisibilityTimeout = ReadVisibilityTimeout(queues),
            QueueMessagesAreBase64 = ReadMessageEncoding(queues),
            MaxDegreeOfBlobParallelism =
                extensions?.Section("blobs")?.Number("maxDegreeOfParallelism", 1, 10_000) ?? 8 * Environment.ProcessorCount,
            LogLevels = ReadLogLevels(root),
        };
    }

    private static string FindExecutable(string appRoot, ManifestNode description)
    {
        const string Key = "defaultExecutablePath";
        var name = description.RequiredText(Key);
        string[] spellings = OperatingSystem.IsWindows() ? [name, name + ".exe"] : [name];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Prepend(appRoot)
            .SelectMany(folder => spellings.Select(spelling => Path.Combine(folder, spelling)))
            .FirstOrDefault(System.IO.File.Exists)
            ?? throw description.Refuse(Key, $"'{name}' is neither in {appRoot} nor on PATH");
    }

    private static string FindWorkingDirectory(string appRoot, ManifestNode description)
    {
        const string Key = "workingDirectory";
        var folder = Path.Combine(appRoot, description.Text(Key) ?? "");
        return Directory.Exists(folder) ? folder : throw description.Refuse(Key, $"there is no folder {folder}");
    }

    private static TimeSpan ReadTimeout(ManifestNode root)
    {
        const string Key = "functionTimeout";
        return root.Text(Key) switch
        {
            null => TimeSpan.FromMinutes(30),
            "-1" => Timeout.InfiniteTimeSpan,
            var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero => span,
            var text => throw root.Refuse(Key, $"expected hh:mm:ss or -1 but received '{text}'"),
        };
    }

    private static TimeSpan ReadVisibilityTimeout(ManifestNode? queues)
    {
        const string Key = "visibilityTimeout";
        return queues?.Text(Key) switch
        {
            null => TimeSpan.Zero,
            var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero => span,
            var text => throw queues.Refuse(Key, $"expected hh:mm:ss but received '{text}'"),
        };
    }

    private static bool ReadMessageEncoding(ManifestNode? queues)
    {
        const string Key = "messageEncoding";
        return queues?.Text(Key)?.ToUpperInvariant() switch
        {
            null or "BASE64" => true,
            "NONE" => false,
            var text => throw queues!.Refuse(Key, $"expected base64 or none but received '{text}'"),
        };
    }

    private static Dictionary<string, LogLevel> ReadLogLevels(ManifestNode root)
    {
        var levels = new Dictionary<string, LogLevel>(StringComparer.OrdinalIgnoreCase);
        if (root.Section("logging")?.Section("logLevel") is not { } section)
        {
            return levels;
        }

        foreach (var category in section.Keys)
        {
            var text = section.RequiredText(category);
            levels[category] = Enum.TryParse<LogLevel>(text, ignoreCase: true, out var level)
                ? level
                : throw section.Refuse(category, $"expected one of {string.Join(", ", Enum.GetNames<LogLevel>())} but received '{text}'");
        }

        return levels;
    }
}
