using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>截止提醒, to a teaching point: counts and student numbers.</summary>
internal static class CollectionDigestLetter
{
    public static Letter Write(CollectionDigestContent content) => Words.IsEnglish(content.Cohort) ? English(content) : Chinese(content);

    private static Letter Chinese(CollectionDigestContent content)
    {
        var subject = $"{OneLine.Name(content.TeachingPoint.Name)}尚有{content.Missing}名学生未完成学历图像采集";
        return new Letter
        {
            Language = content.Cohort.Language,
            Tag = "截止提醒",
            Subject = subject,
            Parts =
            [
                LetterPart.Stress(
                    $"{subject}。截止日期{Words.Day(content.Cohort, content.ClosesOn)},{Words.Left(content.Cohort, content.DaysLeft)}。"),
                LetterPart.Say("请通知下列学生尽快完成采集;待人工审核的照片请尽快在系统中审核。"),
                .. Parts.Numbers(content.Cohort, "未采集", content.Awaiting),
                .. Parts.Numbers(content.Cohort, "检测未通过", content.Rejected),
                .. Parts.Numbers(content.Cohort, "待人工审核", content.InReview),
                .. Parts.Numbers(content.Cohort, "其中收不到邮件,请直接通知", content.Unreached),
                LetterPart.Say("请提醒学生妥善保管采集码,并提供未经裁剪的原图(不要剪切1寸或2寸照片)。"),
            ],
            Footer = Parts.Footer(content.Cohort),
        };
    }

    private static Letter English(CollectionDigestContent content)
    {
        var subject = $"{OneLine.Name(content.TeachingPoint.Name)}: {Count(content.Missing)} without an accepted degree photo";
        return new Letter
        {
            Language = content.Cohort.Language,
            Tag = "Deadline",
            Subject = subject,
            Parts =
            [
                LetterPart.Stress(
                    $"{subject}. Last day: {Words.Day(content.Cohort, content.ClosesOn)}, {Words.Left(content.Cohort, content.DaysLeft)}."),
                LetterPart.Say("Please tell these students, and look at the photos that wait for your review."),
                .. Parts.Numbers(content.Cohort, "No photo", content.Awaiting),
                .. Parts.Numbers(content.Cohort, "Rejected", content.Rejected),
                .. Parts.Numbers(content.Cohort, "Waiting for your review", content.InReview),
                .. Parts.Numbers(content.Cohort, "Among them, reached by no mail", content.Unreached),
                LetterPart.Say(
                    "Remind students to keep their capture code to themselves, and to give the uncut original (not 1 or 2 inches)."),
            ],
            Footer = Parts.Footer(content.Cohort),
        };
    }

    private static string Count(int students) => students == 1 ? "1 student" : $"{students} students";
}
