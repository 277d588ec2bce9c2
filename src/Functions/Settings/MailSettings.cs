using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Mail;

namespace PhotoFunctions.Functions.Settings;

/// <summary>Who takes the mails, and from whom they come. Every name is described in docs/operations.md.</summary>
internal sealed record MailSettings
{
    private const string Example = "photos@college.example";

    /// <summary>Who takes the mails.</summary>
    public MailProvider Provider { get; init; }

    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "photofunctions@outbox.invalid";

    /// <summary>The sender's name. Communication Services shows the one that its domain has for the address.</summary>
    public string FromName { get; init; } = "学历图像采集";

    /// <summary>Set when Communication Services take the mails.</summary>
    public AcsSettings? Acs { get; init; }

    /// <summary>Set when a mail server takes them.</summary>
    public SmtpSettings? Smtp { get; init; }

    public static MailSettings Read(SettingReader reader)
    {
        var settings = new MailSettings();
        var provider = reader.Choice("MailProvider", MailProvider.Outbox);
        if (provider != MailProvider.Outbox)
        {
            _ = reader.Required("MailFrom", Example);
        }

        return new MailSettings
        {
            Provider = provider,
            From = reader.Parsed("MailFrom", text => MailShape.Fits(text) ? text : null, "a mail address", Example) ?? settings.From,
            FromName = reader.Parsed(
                "MailFromName", text => OneLine.Of(text) == text ? text : null, "one line of plain text", settings.FromName)
                ?? settings.FromName,
            Acs = provider == MailProvider.Acs ? AcsSettings.Read(reader) : null,
            Smtp = provider == MailProvider.Smtp ? SmtpSettings.Read(reader) : null,
        };
    }
}
