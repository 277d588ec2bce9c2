using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>身份核验未通过, to a teaching point or to the administrators: student numbers, grouped by teaching point.</summary>
internal static class VerificationDigestLetter
{
    public static Letter Write(VerificationDigestContent content) => Words.IsEnglish(content.Cohort) ? English(content) : Chinese(content);

    private static Letter Chinese(VerificationDigestContent content)
    {
        var subject = content.TeachingPoint is { } point
            ? $"{OneLine.Name(point.Name)}有{content.Lines.Count}名学生待处理"
            : $"{OneLine.Name(content.Cohort.Name)}有{content.Lines.Count}名学生尚未处理";
        return new Letter
        {
            Language = content.Cohort.Language,
            Tag = "身份核验未通过",
            Subject = subject,
            Parts =
            [
                LetterPart.Stress($"{subject}。核验未通过、不确定或异常的,暂不能办理学历注册。"),
                LetterPart.Say(content.TeachingPoint is null
                    ? "下列学生多次提醒后仍无进展,请督促相关教学点。"
                    : "请联系下列学生提交复核材料,并填写勘误表。除标明“须重新采集”的学生外,请勿安排重复采集。"),
                .. Groups(content),
                LetterPart.Say("核验未通过的学生,学信网不显示其学籍信息,也不发放采集码。"),
            ],
            Footer = Parts.Footer(content.Cohort),
        };
    }

    private static Letter English(VerificationDigestContent content)
    {
        var count = content.Lines.Count == 1 ? "1 student" : $"{content.Lines.Count} students";
        var subject = content.TeachingPoint is { } point
            ? $"{OneLine.Name(point.Name)}: {count} to help"
            : $"{OneLine.Name(content.Cohort.Name)}: {count} nobody has helped yet";
        return new Letter
        {
            Language = content.Cohort.Language,
            Tag = "Identity not verified",
            Subject = subject,
            Parts =
            [
                LetterPart.Stress($"{subject}. Whose verification failed, or is uncertain or abnormal, cannot be registered for a degree."),
                LetterPart.Say(content.TeachingPoint is null
                    ? "Reminders to these students have led to nothing: please see to it that their teaching points help them."
                    : "Please collect from these students what the review needs, and fill in the correction form. "
                        + "Only those marked so need another photo."),
                .. Groups(content),
                LetterPart.Say("Of students whose verification failed, CHSI hides the record and gives no capture code."),
            ],
            Footer = Parts.Footer(content.Cohort),
        };
    }

    private static IEnumerable<LetterPart> Groups(VerificationDigestContent content) =>
        from line in content.Lines
        group line by line.TeachingPoint into lines
        let count = Words.IsEnglish(content.Cohort) ? $"({lines.Count()})" : $"({lines.Count()}名)"
        select LetterPart.List(
            $"{lines.Key} {count}", Words.Shortened(content.Cohort, [.. lines.Select(line => Line(content.Cohort, line))]));

    private static string Line(Cohort cohort, VerificationLine line)
    {
        var isEnglish = Words.IsEnglish(cohort);
        List<string> facts = isEnglish
            ? [$"{Words.Verdict(cohort, line.Status)} since {Words.Day(cohort, line.Since)}"]
            : [$"{Words.Verdict(cohort, line.Status)}", $"自{Words.Day(cohort, line.Since)}"];
        if (line.MustRecapture)
        {
            facts.Add(isEnglish ? "needs another photo" : "须重新采集");
        }

        if (line.IsUnreached)
        {
            facts.Add(isEnglish ? "no mail address" : "无邮箱");
        }

        return isEnglish ? $"{line.Number}: {string.Join(", ", facts)}" : $"{line.Number}:{string.Join(",", facts)}";
    }
}
