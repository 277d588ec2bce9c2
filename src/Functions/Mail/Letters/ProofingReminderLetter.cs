using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>请校对: when the picture is expected on the national site, and the link to answer.</summary>
internal static class ProofingReminderLetter
{
    public static Letter Write(ProofingReminderContent content, Uri answer, Uri optOut) =>
        Words.IsEnglish(content.Cohort) ? English(content, answer, optOut) : Chinese(content, answer, optOut);

    private static Letter Chinese(ProofingReminderContent content, Uri answer, Uri optOut)
    {
        var (from, until) = (Words.Day(content.Cohort, content.ExpectedFrom.Date), Words.Day(content.Cohort, content.ExpectedUntil.Date));
        return new Letter
        {
            Language = content.Cohort.Language,
            Tag = "请校对",
            Subject = Parts.Greeting(content) + (content.IsOverdue ? "学信网仍无您的图像?请联系图像采集单位" : "您的照片已审核通过,请在学信网校对"),
            Greeting = Parts.Greeting(content),
            Parts =
            [
                LetterPart.Stress(content.IsOverdue
                    ? $"您的照片已审核通过,原预计{from}至{until}可在学信网校对学历图像,现已超过该时间。如学信网仍无您的图像,请联系图像采集单位。"
                    : $"您的照片已审核通过,预计{from}至{until}可在学信网校对学历图像。"),
                .. Unsure(content),
                LetterPart.Say("请登录学信网查看:无误请点“正确”;无图像或非本人,请联系图像采集单位。"),
                LetterPart.Say("校对后请在此告诉我们结果,无需账号:"),
                LetterPart.Go("答复校对结果", answer),
                .. Parts.Units(content.Cohort),
                Parts.Point(content.Cohort, content.TeachingPoint),
            ],
            Footer = Parts.Footer(content.Cohort),
            OptOut = optOut,
        };
    }

    private static Letter English(ProofingReminderContent content, Uri answer, Uri optOut)
    {
        var (from, until) = (Words.Day(content.Cohort, content.ExpectedFrom.Date), Words.Day(content.Cohort, content.ExpectedUntil.Date));
        return new Letter
        {
            Language = content.Cohort.Language,
            Tag = "Please proof",
            Subject = content.IsOverdue
                ? "No picture of yours on CHSI yet? Ask the photo unit"
                : "Your photo was accepted: proof your picture on CHSI",
            Greeting = Parts.Greeting(content),
            Parts =
            [
                LetterPart.Stress(content.IsOverdue
                    ? $"Your photo was accepted, and your picture was expected on CHSI from {from} to {until}. "
                        + "That time is over: if there is no picture of yours yet, ask the photo unit."
                    : $"Your photo was accepted. Your picture is expected on CHSI, to be proofed, from {from} to {until}."),
                .. Unsure(content),
                LetterPart.Say(
                    "Sign in at CHSI and look: if it is right, choose 正确 there; if there is none, or it is not you, ask the photo unit."),
                LetterPart.Say("Then tell us here what you saw; no account is needed:"),
                LetterPart.Go("Tell us what you saw", answer),
                .. Parts.Units(content.Cohort),
                Parts.Point(content.Cohort, content.TeachingPoint),
            ],
            Footer = Parts.Footer(content.Cohort),
            OptOut = optOut,
        };
    }

    // Nothing is said of days that are over, nor of those that are sure.
    private static LetterPart[] Unsure(ProofingReminderContent content)
    {
        var days = new[] { content.ExpectedFrom, content.ExpectedUntil }
            .Where(day => day.IsExpected)
            .Select(day => Words.Day(content.Cohort, day.Date))
            .ToList();
        return content.IsOverdue || days.Count == 0 ? []
            : Words.IsEnglish(content.Cohort)
                ? [LetterPart.Say($"Expected only, because the year's public holidays are not published yet: {string.Join(", ", days)}.")]
                : [LetterPart.Say($"相关年份的节假日安排尚未公布,{string.Join("、", days)}为预计日期,可能调整。")];
    }
}
