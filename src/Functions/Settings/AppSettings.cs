using System.Globalization;

namespace PhotoFunctions.Functions.Settings;

/// <summary>The app settings, read once at start. Every name is described in local.settings.sample.json and docs/operations.md.</summary>
internal sealed record AppSettings
{
    // Long enough that nobody guesses it; the short sample key is for the storage emulator only.
    private const int ShortestKey = 32;

    // A century either way: further off dates end.
    private static readonly TimeSpan LargestClockOffset = TimeSpan.FromDays(36_525);

    /// <summary>Connection string of the storage account; null when an identity is used.</summary>
    public string? StorageConnection { get; private init; }

    /// <summary>Storage account name, when the app's identity opens it.</summary>
    public string? StorageAccountName { get; private init; }

    /// <summary>Whether the storage is the emulator on this machine.</summary>
    public bool IsLocalStorage { get; private init; }

    /// <summary>The administrator's access key; empty closes the API but for its health.</summary>
    public string AdminKey { get; private init; } = "";

    /// <summary>Base64 of the key that hashes ID numbers; empty: generated, on the emulator only.</summary>
    public string IndexKey { get; private init; } = "";

    /// <summary>Named base64 keys that encrypt fields, the current one first: <c>k2:…,k1:…</c>.</summary>
    public string EncryptionKeys { get; private init; } = "";

    /// <summary>Named base64 keys that sign students' links, the current one first; empty: generated, on the emulator only.</summary>
    public string LinkKeys { get; private init; } = "";

    /// <summary>Where people reach the app, ending in a slash.</summary>
    public Uri PublicAddress { get; private init; } = new("http://127.0.0.1:7071/");

    /// <summary>How many requests an administrator's credential has a minute, in each instance of the app.</summary>
    public int AdministratorRequestsPerMinute { get; private init; } = 6000;

    /// <summary>How many requests a teaching point's access key has a minute, in each instance of the app.</summary>
    public int TeachingPointRequestsPerMinute { get; private init; } = 600;

    /// <summary>Where the journal of decodes lies: on this machine, and kept when the app starts again.</summary>
    public string DecodeJournalFolder { get; private init; } = Path.Combine(Path.GetTempPath(), "photofunctions-decodes");

    /// <summary>How far the app's clock is from the real one: to try a date on the emulator. Elsewhere always zero.</summary>
    public TimeSpan ClockOffset { get; private init; }

    public static AppSettings Read(IConfiguration configuration)
    {
        var connection = configuration["AzureWebJobsStorage"];
        var settings = new AppSettings
        {
            StorageConnection = string.IsNullOrWhiteSpace(connection) ? null : connection,
            StorageAccountName = configuration["AzureWebJobsStorage:accountName"],
            IsLocalStorage = IsEmulator(connection),
            AdminKey = configuration["AdminKey"] ?? "",
            IndexKey = configuration["IndexKey"] ?? "",
            EncryptionKeys = configuration["EncryptionKeys"] ?? "",
            LinkKeys = configuration["LinkKeys"] ?? "",
        };
        return (settings with
        {
            DecodeJournalFolder = SettingText.Find(configuration, "DecodeJournalFolder") ?? settings.DecodeJournalFolder,
            PublicAddress = Settings.PublicAddress.Read(configuration) ?? settings.PublicAddress,
            AdministratorRequestsPerMinute =
                Number(nameof(AdministratorRequestsPerMinute)) ?? settings.AdministratorRequestsPerMinute,
            TeachingPointRequestsPerMinute =
                Number(nameof(TeachingPointRequestsPerMinute)) ?? settings.TeachingPointRequestsPerMinute,
            ClockOffset = Duration(configuration, nameof(ClockOffset)) ?? TimeSpan.Zero,
        }).Checked();

        int? Number(string name) => SettingText.Number(configuration, name, int.MaxValue);
    }

    private AppSettings Checked()
    {
        if (StorageConnection is null && string.IsNullOrWhiteSpace(StorageAccountName))
        {
            throw new InvalidOperationException(
                "Expected the setting AzureWebJobsStorage (a connection string) or AzureWebJobsStorage__accountName but found neither.");
        }

        if (!IsLocalStorage && AdminKey.Length is > 0 and < ShortestKey)
        {
            throw new InvalidOperationException(
                $"Expected at least {ShortestKey} characters for AdminKey outside the emulator but received {AdminKey.Length}.");
        }

        if (!IsLocalStorage && (IndexKey.Length == 0 || EncryptionKeys.Length == 0 || LinkKeys.Length == 0))
        {
            throw new InvalidOperationException(
                "Expected the settings IndexKey, EncryptionKeys and LinkKeys (how to make them: docs/operations.md) but one is missing.");
        }

        if (LinkKeys.Length > 0)
        {
            _ = Links.LinkKeys.Parse(LinkKeys);
        }

        if (!IsLocalStorage && ClockOffset != TimeSpan.Zero)
        {
            throw new InvalidOperationException("Expected no ClockOffset outside the emulator: real students are told real dates.");
        }

        return this;
    }

    private static TimeSpan? Duration(IConfiguration configuration, string name) =>
        SettingText.Find(configuration, name) is not { } text ? null
        : TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var duration)
            && duration.Duration() <= LargestClockOffset ? duration
        : throw new InvalidOperationException(
            $"Expected days and time such as 212.01:30:00, a century at most, for the setting {name} but received another text.");

    private static bool IsEmulator(string? connection) =>
        connection is not null
        && (connection.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)
            || connection.Contains("AccountName=devstoreaccount1", StringComparison.OrdinalIgnoreCase));
}
