using PhotoFunctions.Functions.Telemetry;

namespace PhotoFunctions.Functions.Settings;

/// <summary>Everything that the app is told from outside, read once, and what is wrong with it.</summary>
internal sealed record AllSettings
{
    public required AppSettings App { get; init; }

    public required EntraSettings Entra { get; init; }

    public required MailSettings Mail { get; init; }

    public required MailLimits MailLimits { get; init; }

    public required TelemetrySettings Telemetry { get; init; }

    /// <summary>One for each setting that is missing or wrong. With any of them the app does not start.</summary>
    public required IReadOnlyList<SettingProblem> Problems { get; init; }

    public static AllSettings Read(IConfiguration configuration)
    {
        var reader = new SettingReader(configuration);
        var mail = MailSettings.Read(reader);
        return new AllSettings
        {
            App = AppSettings.Read(reader),
            Entra = EntraSettings.Read(reader),
            Mail = mail,
            MailLimits = MailLimits.Read(reader, mail.Provider),
            Telemetry = TelemetrySettings.Read(reader),
            Problems = reader.Problems,
        };
    }
}
