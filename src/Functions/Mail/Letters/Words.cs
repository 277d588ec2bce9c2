using System.Globalization;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>What several letters say the same way.</summary>
internal static class Words
{
    // What fits into a mail that a person reads; the whole list is in the system.
    private const int LongestList = 500;

    public static bool IsEnglish(Cohort cohort) => cohort.Language == Language.English;

    public static string Day(Cohort cohort, DateOnly day) =>
        IsEnglish(cohort)
            ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>How long it is until a day, such as 还剩3天.</summary>
    public static string Left(Cohort cohort, int days) => (IsEnglish(cohort), days) switch
    {
        (true, 0) => "today is the last day",
        (true, < 0) => "the last day is over",
        (true, 1) => "1 day left",
        (true, _) => $"{days} days left",
        (false, 0) => "今天截止",
        (false, < 0) => "已截止",
        (false, _) => $"还剩{days}天",
    };

    /// <summary>What the comparison with the admission photo said; null for what is no result that blocks.</summary>
    public static string? Verdict(Cohort cohort, VerificationStatus status) => (IsEnglish(cohort), status) switch
    {
        (true, VerificationStatus.Failed) => "failed",
        (true, VerificationStatus.Uncertain) => "uncertain",
        (true, VerificationStatus.Abnormal) => "abnormal",
        (false, VerificationStatus.Failed) => "未通过",
        (false, VerificationStatus.Uncertain) => "不确定",
        (false, VerificationStatus.Abnormal) => "异常",
        _ => null,
    };

    /// <summary>The end of a student number, by which its owner knows it.</summary>
    public static string Tail(StudentNumber number) => number.Value[^Math.Min(4, number.Value.Length)..];

    /// <summary>Points of a list; of a long one the first, and how many more there are.</summary>
    public static IReadOnlyList<string> Shortened(Cohort cohort, IReadOnlyList<string> points) =>
        points.Count <= LongestList ? points : [.. points.Take(LongestList), More(cohort, points.Count - LongestList)];

    /// <summary>Student numbers in one paragraph.</summary>
    public static string Numbers(Cohort cohort, IReadOnlyList<StudentNumber> numbers) =>
        string.Join(IsEnglish(cohort) ? ", " : "、", Shortened(cohort, [.. numbers.Select(number => number.Value)]));

    /// <summary>How an office is reached; empty when nothing is known.</summary>
    public static IReadOnlyList<string> Reached(Cohort cohort, string name, ContactDetails details) => IsEnglish(cohort)
        ? [.. Known(("", name), ("Contact: ", details.Contact), ("Phone: ", details.Phone), ("Mail: ", details.Mail))]
        : [.. Known(("", name), ("联系人:", details.Contact), ("电话:", details.Phone), ("邮箱:", details.Mail))];

    /// <summary>The photo units, one a point.</summary>
    public static IReadOnlyList<string> Units(Cohort cohort) =>
        [.. cohort.Units.Select(unit => string.Join(IsEnglish(cohort) ? "; " : ";", Reached(cohort, unit.Name, unit.Reached)))];

    private static string More(Cohort cohort, int count) => IsEnglish(cohort) ? $"… and {count} more" : $"……另有{count}名";

    private static IEnumerable<string> Known(params (string Label, string Value)[] facts) =>
        facts.Where(fact => fact.Value.Length > 0).Select(fact => fact.Label + OneLine.Name(fact.Value));
}
