using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Functions.Settings;
using ReminderMail = PhotoFunctions.Domain.Reminders.Mail;

namespace PhotoFunctions.Functions.Tests.Mail;

/// <summary>Mails and settings for the adapters' tests.</summary>
internal static class Mails
{
    public static MailSettings Settings { get; } = new() { From = "photos@college.example", FromName = "学历图像采集" };

    public static CohortCode Cohort(string code) => CohortCode.Parse(code).Value!;

    public static ReminderMail To(string address, string cohort = "MAIL") => new()
    {
        Cohort = Cohort(cohort),
        To = address,
        ToName = "张三",
        ReplyTo = "tp@college.example",
        Subject = "【截止提醒】还剩3天",
        Text = "张三同学:\n还剩3天。\n",
        Html = "<p>张三同学:</p><p>还剩3天。</p>",
        Unsubscribe = new Uri("https://photos.college.example/api/links/opt-out/abc.def"),
    };

    public static string NewOperation() => Guid.NewGuid().ToString();
}
