using Microsoft.Extensions.Configuration;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Tests.Settings;

/// <summary>Reads settings as the app does at its start.</summary>
internal static class TestSettings
{
    public const string Cloud = "DefaultEndpointsProtocol=https;AccountName=college;AccountKey=eA==;EndpointSuffix=core.windows.net";

    public static readonly string Key = Convert.ToBase64String(new byte[32]);

    public static AllSettings Read(params (string Name, string? Value)[] settings) => AllSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(setting => setting.Name).Select(given => KeyValuePair.Create(given.Key, given.Last().Value)))
            .Build());

    /// <summary>Settings with which a live app starts, and others over them.</summary>
    public static AllSettings Live(params (string Name, string? Value)[] settings) => Read(
    [
        ("AzureWebJobsStorage", Cloud), ("IndexKey", Key), ("EncryptionKeys", $"k1:{Key}"), ("LinkKeys", $"k1:{Key}"), .. settings,
    ]);

    /// <summary>The same on the emulator.</summary>
    public static AllSettings Local(params (string Name, string? Value)[] settings) =>
        Read([("AzureWebJobsStorage", "UseDevelopmentStorage=true"), .. settings]);

    /// <summary>The one setting that is refused.</summary>
    public static string Refused(this AllSettings settings) => Assert.Single(settings.Problems).Name;

    /// <summary>Settings in one text: <c>A=1;B=2</c>.</summary>
    public static (string Name, string? Value)[] Parse(string settings) =>
    [
        .. settings.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2))
            .Select(parts => (parts[0], (string?)parts[1])),
    ];
}
