using System.Net;

namespace PhotoFunctions.Functions.Settings;

/// <summary>The mail server.</summary>
internal sealed record SmtpSettings
{
    /// <summary>Its name or address.</summary>
    public required string Host { get; init; }

    /// <summary>Its port.</summary>
    public required int Port { get; init; }

    /// <summary>The user; empty when the server asks for none.</summary>
    public string User { get; init; } = "";

    /// <summary>The user's password.</summary>
    public string Password { get; init; } = "";

    /// <summary>How the connection is encrypted.</summary>
    public SmtpTls Tls { get; init; }

    public static SmtpSettings Read(IConfiguration configuration)
    {
        var tls = SettingText.Choice(configuration, "SmtpTls", SmtpTls.StartTls);
        var settings = new SmtpSettings
        {
            Host = SettingText.Required(configuration, "SmtpHost"),
            Port = SettingText.Number(configuration, "SmtpPort", ushort.MaxValue) ?? (tls == SmtpTls.Implicit ? 465 : 587),
            User = SettingText.Find(configuration, "SmtpUser") ?? "",
            Password = SettingText.Find(configuration, "SmtpPassword") ?? "",
            Tls = tls,
        };
        return settings.User.Length > 0 != settings.Password.Length > 0
            ? throw new InvalidOperationException("Expected the settings SmtpUser and SmtpPassword together but found one of them.")
            : tls == SmtpTls.None && !IsLoopback(settings.Host)
                ? throw new InvalidOperationException("Expected encryption by SmtpTls, as SmtpHost is another machine, but received None.")
                : settings;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
