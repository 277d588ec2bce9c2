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

    public static SmtpSettings Read(SettingReader reader)
    {
        var tls = reader.Choice("SmtpTls", SmtpTls.StartTls);
        var settings = new SmtpSettings
        {
            Host = reader.Required("SmtpHost", "mail.college.example"),
            Port = reader.Number("SmtpPort", ushort.MaxValue, 587) ?? (tls == SmtpTls.Implicit ? 465 : 587),
            User = reader.Find("SmtpUser") ?? "",
            Password = reader.Find("SmtpPassword") ?? "",
            Tls = tls,
        };
        if (settings.User.Length > 0 != settings.Password.Length > 0)
        {
            var (found, missing) = settings.User.Length > 0 ? ("SmtpUser", "SmtpPassword") : ("SmtpPassword", "SmtpUser");
            reader.Refuse(missing, $"expected a value beside {found} but found none", "(as the mail server's keeper gave it)");
        }

        if (tls == SmtpTls.None && !IsLoopback(settings.Host))
        {
            reader.Refuse("SmtpTls", "expected encryption, as SmtpHost is another machine, but received None", "StartTls");
        }

        return settings;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
