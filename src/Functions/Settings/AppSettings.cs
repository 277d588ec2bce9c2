using System.Globalization;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Settings;

/// <summary>The app's own settings. Every name is described in docs/operations.md.</summary>
internal sealed record AppSettings
{
    /// <summary>A section by which <c>dotnet user-jwts</c> signs tokens of administrators, on the emulator only.</summary>
    public const string LocalTokenKeys = "Authentication:Schemes:Bearer:SigningKeys";

    // Long enough that nobody guesses it; the short sample key is for the storage emulator only.
    private const int ShortestKey = 32;

    private const string ExampleKey = "base64 of 32 random bytes, made by: openssl rand -base64 32";

    // A century either way: further off dates end.
    private static readonly TimeSpan LargestClockOffset = TimeSpan.FromDays(36_525);

    /// <summary>The storage account.</summary>
    public required StorageSettings Storage { get; init; }

    /// <summary>The port on which the host reaches the app.</summary>
    public int Port { get; private init; } = 8080;

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

    /// <summary>Whether the storage is the emulator on this machine.</summary>
    public bool IsLocalStorage => Storage.IsLocal;

    public static AppSettings Read(SettingReader reader)
    {
        var settings = new AppSettings
        {
            Storage = StorageSettings.Read(reader),
            AdminKey = reader.Find("AdminKey") ?? "",
            IndexKey = reader.Find("IndexKey") ?? "",
            EncryptionKeys = reader.Find("EncryptionKeys") ?? "",
            LinkKeys = reader.Find("LinkKeys") ?? "",
        };
        settings = settings with
        {
            Port = reader.Number("FUNCTIONS_CUSTOMHANDLER_PORT", ushort.MaxValue, settings.Port) ?? settings.Port,
            DecodeJournalFolder = reader.Parsed(
                "DecodeJournalFolder", Folder, "a folder in which the app may write", "/tmp/photofunctions-decodes")
                ?? settings.DecodeJournalFolder,
            PublicAddress = Settings.PublicAddress.Read(reader) ?? settings.PublicAddress,
            AdministratorRequestsPerMinute = reader.Number("AdministratorRequestsPerMinute", int.MaxValue, 6000)
                ?? settings.AdministratorRequestsPerMinute,
            TeachingPointRequestsPerMinute = reader.Number("TeachingPointRequestsPerMinute", int.MaxValue, 600)
                ?? settings.TeachingPointRequestsPerMinute,
            ClockOffset = reader.Parsed<TimeSpan?>(
                "ClockOffset", Duration, "days and time, a century at most,", "212.01:30:00") ?? TimeSpan.Zero,
        };
        settings.CheckKeys(reader);
        if (!settings.IsLocalStorage)
        {
            settings.CheckLive(reader);
        }

        return settings;
    }

    private void CheckKeys(SettingReader reader)
    {
        Check("IndexKey", IndexKey, DataKeys.WhatIsWrongWithIndexKey, ExampleKey);
        Check("EncryptionKeys", EncryptionKeys, DataKeys.WhatIsWrongWithEncryptionKeys, $"k1:{ExampleKey}");
        Check("LinkKeys", LinkKeys, Links.LinkKeys.WhatIsWrong, $"k1:{ExampleKey}");

        void Check(string name, string value, Func<string, string?> whatIsWrong, string example)
        {
            if ((value.Length > 0 ? whatIsWrong(value) : IsLocalStorage ? null : "expected a value but it is missing") is { } what)
            {
                reader.Refuse(name, what, example);
            }
        }
    }

    /// <summary>What is allowed on the emulator only.</summary>
    private void CheckLive(SettingReader reader)
    {
        if (AdminKey.Length is > 0 and < ShortestKey)
        {
            reader.Refuse(
                "AdminKey",
                $"expected at least {ShortestKey} characters outside the emulator but received {AdminKey.Length}",
                "44 characters, made by: openssl rand -base64 32");
        }

        if (ClockOffset != TimeSpan.Zero)
        {
            reader.Refuse("ClockOffset", "expected none outside the emulator: real students are told real dates", "00:00:00");
        }

        if (reader.HasSection(LocalTokenKeys))
        {
            reader.Refuse(LocalTokenKeys, "expected none outside the emulator: whoever has such a key is an administrator", "(nothing)");
        }
    }

    private static string? Folder(string path)
    {
        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static TimeSpan? Duration(string text) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var duration) && duration.Duration() <= LargestClockOffset
            ? duration
            : null;
}
