namespace PhotoFunctions.Domain.Results;

public static partial class FailureCodes
{
    // Mails, and the links in them

    /// <summary>The recipient has no mail address.</summary>
    public const string MailAddressMissing = "mail-address-missing";

    /// <summary>A fact that the mail's text needs is missing.</summary>
    public const string MailFieldMissing = "mail-field-missing";

    /// <summary>The provider will not take this mail.</summary>
    public const string MailRefused = "mail-refused";

    /// <summary>The student wants no such mails.</summary>
    public const string MailOptedOut = "mail-opted-out";

    /// <summary>What the mail was to remind of was done before its turn came.</summary>
    public const string ReminderNotDue = "reminder-not-due";

    /// <summary>A later mail of the same kind was due by then.</summary>
    public const string ReminderSuperseded = "reminder-superseded";

    /// <summary>The ledger of mails has no line with this id.</summary>
    public const string ReminderUnknown = "reminder-unknown";

    /// <summary>Only a mail that failed, or of which nobody knows, is sent again.</summary>
    public const string ReminderNotStuck = "reminder-not-stuck";

    /// <summary>The mail is a line of the teaching point at which the student was before.</summary>
    public const string ReminderMoved = "reminder-moved";

    /// <summary>The link is not one of ours, or was changed.</summary>
    public const string LinkInvalid = "link-invalid";

    /// <summary>The link's time is over.</summary>
    public const string LinkExpired = "link-expired";

    /// <summary>The question behind the link has been answered.</summary>
    public const string LinkUsed = "link-used";
}
