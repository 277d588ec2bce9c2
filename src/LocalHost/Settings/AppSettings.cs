using System.Globalization;
using System.Text.Json;

namespace PhotoFunctions.LocalHost.Settings;

/// <summary>The app settings of one run: files first, then the environment, then what the command was given.</summary>
internal static class AppSettings
{
    public const string StorageSetting = "AzureWebJobsStorage";
    private const string HostName = "WEBSITE_HOSTNAME";

    private static readonly string[] Files = ["local.settings.json", "local.settings.sample.json"];

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>
    /// What the handler is given as environment. Variables that only the environment knows are inherited, so they are left out.
    /// </summary>
    public static Dictionary<string, string> ForHandler(HostOptions options, string storageConnectionString, TimeProvider time)
    {
        var settings = FromFiles(options.AppRoot);
        foreach (var name in settings.Keys.ToList())
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                settings[name] = value;
            }
        }

        settings[StorageSetting] = storageConnectionString;
        foreach (var (name, value) in options.AppSettings)
        {
            settings[name] = value;
        }

        if (options.Clock is { } clock)
        {
            settings[ClockSetting.Name] = ClockSetting.ValueFor(clock, time);
        }

        // Where the app is found from outside: the platform and Core Tools set it, and apps make links of it.
        if (Environment.GetEnvironmentVariable(HostName) is null)
        {
            settings.TryAdd(HostName, string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{options.Port}"));
        }

        return settings;
    }

    /// <summary>A setting by name, as <c>%NAME%</c> and <c>connection</c> see it: the handler's settings, else the environment.</summary>
    public static Func<string, string?> Lookup(IReadOnlyDictionary<string, string> handlerSettings) =>
        name => handlerSettings.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name);

    /// <summary>A setting before anything is started: the command's own, else the environment's, else the file's.</summary>
    public static string? Find(HostOptions options, string name) =>
        options.AppSettings.GetValueOrDefault(name)
        ?? Environment.GetEnvironmentVariable(name)
        ?? FromFiles(options.AppRoot).GetValueOrDefault(name);

    private static Dictionary<string, string> FromFiles(string appRoot)
    {
        // Names ignore case on the platform's side; two spellings in one file are one setting.
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (Files.Select(file => Path.Combine(appRoot, file)).FirstOrDefault(File.Exists) is not { } path)
        {
            return settings;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            if (!document.RootElement.TryGetProperty("Values", out var values) || values.ValueKind is not JsonValueKind.Object)
            {
                return settings;
            }

            foreach (var value in values.EnumerateObject())
            {
                settings[value.Name] = value.Value.ToString();
            }

            return settings;
        }
        catch (JsonException exception)
        {
            throw new HostStartException($"{path}: not JSON: {exception.Message}");
        }
    }
}
