using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>Parts that stand in several letters.</summary>
internal static class Parts
{
    public static string Greeting(StudentContent content)
    {
        var name = OneLine.Name(content.Student.Profile.Name);
        return Words.IsEnglish(content.Cohort) ? $"Dear {name}," : $"{name}同学:";
    }

    public static string Footer(Cohort cohort) => Words.IsEnglish(cohort)
        ? $"Sent automatically: degree photos, {OneLine.Name(cohort.Name)}. It asks for no ID number, password or capture code."
        : $"{OneLine.Name(cohort.Name)}学历图像采集,系统自动发送。邮件不含身份证号,也不会索要密码或采集码。";

    /// <summary>Whom a student asks.</summary>
    public static LetterPart Point(Cohort cohort, TeachingPoint point) => LetterPart.List(
        Words.IsEnglish(cohort) ? "Your teaching point" : "教学点", Words.Reached(cohort, point.Name, point.Reached));

    /// <summary>The photo units; nothing when the cohort has none.</summary>
    public static IEnumerable<LetterPart> Units(Cohort cohort) => cohort.Units.Count == 0
        ? []
        : [LetterPart.List(Words.IsEnglish(cohort) ? "Photo units" : "图像采集单位", Words.Units(cohort))];

    /// <summary>Student numbers under a heading with their count; nothing when there are none.</summary>
    public static IEnumerable<LetterPart> Numbers(Cohort cohort, string heading, IReadOnlyList<StudentNumber> numbers) => numbers.Count == 0
        ? []
        : [LetterPart.List(
            Words.IsEnglish(cohort) ? $"{heading} ({numbers.Count})" : $"{heading}({numbers.Count}名)", Words.Numbers(cohort, numbers))];
}
