using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Mail;

namespace PhotoFunctions.Functions.Settings;

/// <summary>Who takes the mails, and from whom they come. Every name is described in docs/operations.md.</summary>
internal sealed record MailSettings
{
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

    public static MailSettings Read(IConfiguration configuration)
    {
        var settings = new MailSettings();
        var provider = SettingText.Choice(configuration, "MailProvider", MailProvider.Outbox);
        var from = provider == MailProvider.Outbox
            ? SettingText.Find(configuration, "MailFrom") ?? settings.From
            : SettingText.Required(configuration, "MailFrom");
        var fromName = SettingText.Find(configuration, "MailFromName") ?? settings.FromName;
        return new MailSettings
        {
            Provider = provider,
            From = MailShape.Fits(from)
                ? from
                : throw new InvalidOperationException("Expected a mail address for MailFrom but received another text."),
            FromName = OneLine.Of(fromName) == fromName
                ? fromName
                : throw new InvalidOperationException("Expected one line of plain text for MailFromName but received another text."),
            Acs = provider == MailProvider.Acs ? AcsSettings.Read(configuration) : null,
            Smtp = provider == MailProvider.Smtp ? SmtpSettings.Read(configuration) : null,
        };
    }
}
