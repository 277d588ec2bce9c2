using System.Text.Json;
using System.Text.Json.Serialization;
using PhotoFunctions.Functions.Settings;
using ReminderMail = PhotoFunctions.Domain.Reminders.Mail;

namespace PhotoFunctions.Functions.Mail.Acs;

/// <summary>A mail as Communication Services take it.</summary>
internal sealed record AcsMail
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required string SenderAddress { get; init; }

    public required AcsRecipients Recipients { get; init; }

    public required AcsContent Content { get; init; }

    public IReadOnlyList<AcsAddress>? ReplyTo { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Nobody is followed: no picture is added, no link is changed.</summary>
    public bool UserEngagementTrackingDisabled { get; init; } = true;

    public static BinaryData Of(ReminderMail mail, MailSettings settings) => BinaryData.FromObjectAsJson(
        new AcsMail
        {
            SenderAddress = settings.From,
            Recipients = new AcsRecipients([new AcsAddress(mail.To, mail.ToName.Length > 0 ? mail.ToName : null)]),
            Content = new AcsContent(mail.Subject, mail.Text, mail.Html),
            ReplyTo = mail.ReplyTo is { } address ? [new AcsAddress(address)] : null,
            Headers = MailHeaders.Of(mail).ToDictionary(header => header.Name, header => header.Value),
        },
        Json);

    internal sealed record AcsRecipients(IReadOnlyList<AcsAddress> To);

    internal sealed record AcsAddress(string Address, string? DisplayName = null);

    internal sealed record AcsContent(string Subject, string PlainText, string Html);
}
