using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>身份核验未通过, to a student. It cannot be stopped: whoever does not read it may be left without a degree registration.</summary>
internal static class VerificationReminderLetter
{
    public static Letter Write(VerificationReminderContent content, string verdict) =>
        Words.IsEnglish(content.Cohort) ? English(content, verdict) : Chinese(content, verdict);

    private static Letter Chinese(VerificationReminderContent content, string verdict)
    {
        var tail = Words.Tail(content.Student.Key.Number);
        var day = Words.Day(content.Cohort, content.AnswerBy);
        return new Letter
        {
            Language = content.Cohort.Language,
            Tag = "身份核验未通过",
            Subject = $"学号尾号{tail}:请于{day}前联系教学点",
            Greeting = $"学号尾号{tail}的同学:",
            Parts =
            [
                LetterPart.Stress($"人像比对结果为“{verdict}”,暂不能办理学历注册。"),
                .. IsHidden(content)
                    ? [LetterPart.Say("核验未通过期间,学信网不显示您的学籍信息,也不发放采集码。")]
                    : Array.Empty<LetterPart>(),
                LetterPart.Say($"请于{day}前联系教学点提交复核材料。"),
                LetterPart.Stress(content.Student.MustRecapture
                    ? content.RecaptureBy is { } last
                        ? $"您须重新采集学历图像:请在教学点指导下,于{Words.Day(content.Cohort, last)}前到指定的图像采集单位重新拍摄,勿使用旧照片。"
                        : "您须重新采集学历图像:采集时间已截止,请向教学点询问补采安排,勿使用旧照片。"
                    : "请勿自行重复采集:重新拍摄会使纸质照片与网上图像不一致。"),
                Parts.Point(content.Cohort, content.TeachingPoint),
            ],
            Footer = $"{Parts.Footer(content.Cohort)}此类邮件关系到您的学历注册,不能退订。",
        };
    }

    private static Letter English(VerificationReminderContent content, string verdict)
    {
        var tail = Words.Tail(content.Student.Key.Number);
        var day = Words.Day(content.Cohort, content.AnswerBy);
        return new Letter
        {
            Language = content.Cohort.Language,
            Tag = "Identity not verified",
            Subject = $"Student number ending in {tail}: see your teaching point by {day}",
            Greeting = $"To the student whose number ends in {tail}:",
            Parts =
            [
                LetterPart.Stress($"The comparison of your pictures came out as “{verdict}”. Your degree cannot be registered for now."),
                .. IsHidden(content)
                    ? [LetterPart.Say("As long as it stands so, CHSI hides your record and gives you no capture code.")]
                    : Array.Empty<LetterPart>(),
                LetterPart.Say($"Bring what the review needs to your teaching point by {day}."),
                LetterPart.Stress(content.Student.MustRecapture
                    ? content.RecaptureBy is { } last
                        ? $"You must have another photo taken by {Words.Day(content.Cohort, last)}, by an appointed photo unit, "
                            + "as your teaching point tells you. Do not use the old one."
                        : "You must have another photo taken. The time for photos is over: ask your teaching point when you can. "
                            + "Do not use the old one."
                    : "Do not have another photo taken on your own: your prints and your picture on CHSI would differ."),
                Parts.Point(content.Cohort, content.TeachingPoint),
            ],
            Footer = $"{Parts.Footer(content.Cohort)} Your degree registration depends on these mails: they cannot be stopped.",
        };
    }

    private static bool IsHidden(VerificationReminderContent content) => content.Student.Verification == VerificationStatus.Failed;
}
