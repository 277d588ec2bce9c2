using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>截止提醒, to a student.</summary>
internal static class CollectionReminderLetter
{
    public static Letter Write(CollectionReminderContent content, Uri optOut) =>
        Words.IsEnglish(content.Cohort) ? English(content, optOut) : Chinese(content, optOut);

    private static Letter Chinese(CollectionReminderContent content, Uri optOut)
    {
        var day = Words.Day(content.Cohort, content.ClosesOn);
        var left = Words.Left(content.Cohort, content.DaysLeft);
        return new Letter
        {
            Language = content.Cohort.Language,
            Tag = "截止提醒",
            Subject = $"学历图像采集{day}截止,{left}",
            Greeting = Parts.Greeting(content),
            Parts =
            [
                LetterPart.Stress($"学历图像采集截止日期{day},{left}。"),
                LetterPart.Say(content.Student.Collection == CollectionStatus.Rejected
                    ? "您提交的照片未通过检测。请按驳回邮件所列原因重新拍摄后交教学点,勿重复提交原照片。"
                    : "我们尚未收到您的照片。请尽快到指定的图像采集单位拍摄,并将照片交教学点。"),
                .. content.Student.MustRecapture
                    ? [LetterPart.Say("您此前的照片未通过身份核验,须重新采集,请勿使用旧照片。")]
                    : Array.Empty<LetterPart>(),
                LetterPart.List(
                    "请注意",
                    [
                        "采集码是您的个人凭证:请妥善保管,勿告诉他人,勿转发,勿上传。",
                        "请向图像采集单位提供未经裁剪的原图,不要剪切1寸或2寸照片。",
                        "请勿穿蓝色衣服,勿化浓妆,勿自拍、翻转或修图。",
                    ]),
                Parts.Point(content.Cohort, content.TeachingPoint),
                .. Parts.Units(content.Cohort),
            ],
            Footer = Parts.Footer(content.Cohort),
            OptOut = optOut,
        };
    }

    private static Letter English(CollectionReminderContent content, Uri optOut)
    {
        var day = Words.Day(content.Cohort, content.ClosesOn);
        var left = Words.Left(content.Cohort, content.DaysLeft);
        return new Letter
        {
            Language = content.Cohort.Language,
            Tag = "Deadline",
            Subject = $"Degree photos are collected until {day}: {left}",
            Greeting = Parts.Greeting(content),
            Parts =
            [
                LetterPart.Stress($"Degree photos are collected until {day}: {left}."),
                LetterPart.Say(content.Student.Collection == CollectionStatus.Rejected
                    ? "Your photo was rejected. Have a new one taken as the mail about it says; do not hand in the old one again."
                    : "We have no photo of you yet. Have it taken by an appointed photo unit soon and give it to your teaching point."),
                .. content.Student.MustRecapture
                    ? [LetterPart.Say("An earlier photo of yours failed the identity verification: you need a new one, not the old one.")]
                    : Array.Empty<LetterPart>(),
                LetterPart.List(
                    "Please note",
                    [
                        "Your capture code is yours alone: keep it safe, tell it to nobody, do not forward or upload it.",
                        "Give the photo unit the uncut original, not a photo cut to 1 or 2 inches.",
                        "No blue clothes, no heavy make-up; no selfies, no mirrored or retouched photos.",
                    ]),
                Parts.Point(content.Cohort, content.TeachingPoint),
                .. Parts.Units(content.Cohort),
            ],
            Footer = Parts.Footer(content.Cohort),
            OptOut = optOut,
        };
    }
}
