using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Pages.College.Dashboard;

/// <summary>What mails are about, and why they stuck, in a few words.</summary>
public static class MailWords
{
    private static readonly Dictionary<ReminderKind, BilingualText> Kinds = new()
    {
        [ReminderKind.CollectionReminder] = new("截止提醒", "Deadline"),
        [ReminderKind.CollectionDigest] = new("截止提醒（教学点）", "Deadline, to the teaching point"),
        [ReminderKind.PhotoRejected] = new("照片被驳回", "Photo rejected"),
        [ReminderKind.ProofingReminder] = new("请校对", "Proofing"),
        [ReminderKind.VerificationReminder] = new("身份核验未通过", "Verification"),
        [ReminderKind.VerificationDigest] = new("身份核验未通过（教学点）", "Verification, to the teaching point"),
        [ReminderKind.VerificationEscalation] = new("身份核验未通过（管理员）", "Verification, to the administrators"),
    };

    private static readonly Dictionary<string, BilingualText> Codes = new()
    {
        [FailureCodes.MailAddressMissing] = new("没有邮箱", "No address"),
        [FailureCodes.MailFieldMissing] = new("缺少必要信息", "Something that the mail needs is missing"),
        [FailureCodes.MailRefused] = new("发送服务拒收", "Refused by the provider"),
    };

    /// <summary>What it is about.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>A few words.</returns>
    public static BilingualText Of(ReminderKind kind) => Kinds[kind];

    /// <summary>Why it stuck; a code without words is shown as it is.</summary>
    /// <param name="code">The code; null when nobody knows.</param>
    /// <returns>A few words.</returns>
    public static BilingualText Of(string? code) =>
        code is null ? new BilingualText("不清楚是否已送出", "Nobody knows whether it was sent")
        : Codes.GetValueOrDefault(code) ?? new BilingualText(code, code);
}
