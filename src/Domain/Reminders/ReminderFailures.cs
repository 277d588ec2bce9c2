using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>What can be wrong with a mail, or a link in it.</summary>
public static class ReminderFailures
{
    /// <summary>The recipient has no address.</summary>
    public static Failure AddressMissing { get; } = Failure.Of(
        FailureCodes.MailAddressMissing, "收件人没有邮箱地址。", "Expected a mail address of the recipient but there is none.");

    /// <summary>The recipient's address is none.</summary>
    public static Failure AddressInvalid { get; } = TextRules.MailMalformed;

    /// <summary>The recipient wants no such mails.</summary>
    public static Failure OptedOut { get; } = Failure.Of(
        FailureCodes.MailOptedOut, "收件人已退订此类邮件。", "Expected a recipient who wants such mails but this one does not.");

    /// <summary>What the mail was to remind of was done.</summary>
    public static Failure NotDue { get; } = Failure.Of(
        FailureCodes.ReminderNotDue, "提醒已无需发送。", "Expected something to remind of but it was done, or its time is over.");

    /// <summary>A later mail stands for this one too.</summary>
    public static Failure Superseded { get; } = Failure.Of(
        FailureCodes.ReminderSuperseded, "已有更新的提醒。", "Expected the last mail of its kind but a later one is due.");

    /// <summary>The ledger has no such line.</summary>
    public static Failure Unknown { get; } = Failure.Of(
        FailureCodes.ReminderUnknown, "没有这条提醒记录。", "Expected the id of a reminder in the ledger but received another one.");

    /// <summary>A line that needs no help.</summary>
    public static Failure NotStuck { get; } = Failure.Of(
        FailureCodes.ReminderNotStuck,
        "只有发送失败或结果不明的提醒可以重新发送。",
        "Expected a reminder that failed, or of which nobody knows whether it was sent, but this one stands elsewhere.");

    /// <summary>A link that is not one of ours, or was changed.</summary>
    public static Failure LinkInvalid { get; } = Failure.Of(
        FailureCodes.LinkInvalid, "链接无效,请使用邮件中的完整链接。", "Expected a link from one of our mails but received another text.");

    /// <summary>A link whose time is over.</summary>
    public static Failure LinkExpired { get; } = Failure.Of(
        FailureCodes.LinkExpired, "链接已过期,请使用最近一封邮件中的链接,或联系教学点。", "Expected a link that is valid now but this one has expired.");

    /// <summary>A link whose question has been answered, or is not asked any more.</summary>
    public static Failure LinkUsed { get; } = Failure.Of(
        FailureCodes.LinkUsed, "该问题已经答复,无需再次提交。", "Expected a question that is still open but it has been answered.");

    /// <summary>A fact that the text needs is not there.</summary>
    /// <param name="field">The fact's name.</param>
    /// <returns>The failure.</returns>
    public static Failure FieldMissing(string field) => Failure.Of(
        FailureCodes.MailFieldMissing, $"邮件内容缺少{field}。", $"Expected a value for {field} in the mail but there is none.");
}
