using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>What makes settings that the pipeline, the reminders and the exports can work with.</summary>
internal static class CohortRules
{
    private const int LongestText = 50;
    private const int MostWindows = 100;
    private const int MostReminders = 20;
    private const int MostColumns = 30;
    private const int MostUnits = 5;
    private const int DaysOfYear = 365;
    private const int MostRetentionDays = 3650;

    internal static Failure? FirstBroken(Cohort cohort) =>
        CohortFailures.Name(cohort.Name)
        ?? BrokenWindow(new CollectionWindow(cohort.CollectionOpensOn, cohort.CollectionClosesOn))
        ?? BrokenWindows(cohort.Windows)
        ?? OutOfRange("graceDays", cohort.GraceDays, 0, DaysOfYear)
        ?? BrokenProofing(cohort.Proofing)
        ?? BrokenReminders(cohort.ReminderDaysBefore)
        ?? BrokenForm("forms.erratum", cohort.Forms.Erratum)
        ?? BrokenForm("forms.reprint", cohort.Forms.Reprint)
        ?? (cohort.Units.Count > MostUnits ? TooMany("units", MostUnits, cohort.Units.Count) : null)
        ?? TextRules.MailFaults(cohort.AdministratorMail).FirstOrDefault()
        ?? Undefined("language", cohort.Language)
        ?? (cohort.RetentionDays is { } days ? OutOfRange("retentionDays", days, 1, MostRetentionDays) : null)
        ?? cohort.Photos.Checked().Failure;

    private static BilingualText Twice { get; } = new("有重复", "one of them twice");

    internal static Failure? BrokenWindow(CollectionWindow window) =>
        window.ClosesOn < window.OpensOn ? CohortFailures.WindowInverted(window.OpensOn, window.ClosesOn) : null;

    private static Failure? BrokenWindows(IReadOnlyList<SpecialWindow> windows)
    {
        if (windows.Count > MostWindows)
        {
            return TooMany("windows", MostWindows, windows.Count);
        }

        if (windows.Any(window => window is { Level: null, TeachingPoint: null } or { Level.Length: 0 }))
        {
            return CohortFailures.SettingInvalid("windows", new("每个时间段指定层次或教学点", "a level or a teaching point for each window"), new("均未指定", "neither"));
        }

        return windows.Select(window => (window.Level, window.TeachingPoint)).Distinct().Count() < windows.Count
            ? CohortFailures.SettingInvalid("windows", new("每个层次和教学点各一次", "each level and teaching point once"), Twice)
            : windows.SelectMany(window => TextRules.Faults("层次", "level", window.Level, LongestText)).FirstOrDefault()
                ?? windows.Select(window => BrokenWindow(window.Window)).FirstOrDefault(failure => failure is not null);
    }

    private static Failure? BrokenProofing(ProofingRules rules) =>
        OutOfRange("proofing.minWait", rules.MinWait, 1, DaysOfYear)
        ?? OutOfRange("proofing.maxWait", rules.MaxWait, rules.MinWait, DaysOfYear)
        ?? Undefined("proofing.startsFrom", rules.StartsFrom)
        ?? Undefined("proofing.waitUnit", rules.WaitUnit);

    private static Failure? BrokenReminders(IReadOnlyList<int> daysBefore) =>
        daysBefore.Count > MostReminders ? TooMany("reminderDaysBefore", MostReminders, daysBefore.Count)
        : daysBefore.Distinct().Count() < daysBefore.Count
            ? CohortFailures.SettingInvalid("reminderDaysBefore", new("互不相同的天数", "each number of days once"), Twice)
        : daysBefore.Select(days => OutOfRange("reminderDaysBefore", days, 0, DaysOfYear)).FirstOrDefault(failure => failure is not null);

    private static Failure? BrokenForm(string name, IReadOnlyList<FormColumn>? columns)
    {
        // Null where JSON said null.
        if (columns is not { Count: > 0 and <= MostColumns } || columns.Contains(null!))
        {
            return CohortFailures.SettingInvalid(name, new($"1至{MostColumns}列", $"1 to {MostColumns} columns"), new("其他数量", "others"));
        }

        return columns.Select(column => column.Heading).Distinct().Count() < columns.Count
            ? CohortFailures.SettingInvalid(name, new("互不相同的列标题", "each heading once"), Twice)
            : columns.Select(column => BrokenColumn(name, column)).FirstOrDefault(failure => failure is not null);
    }

    private static Failure? BrokenColumn(string form, FormColumn column) =>
        TextRules.Required("列标题", "heading", column.Heading, LongestText) ?? Undefined(form, column.Field);

    private static Failure? OutOfRange(string name, int value, int low, int high) => value >= low && value <= high
        ? null
        : CohortFailures.SettingInvalid(name, new($"{low}至{high}", $"{low} to {high}"), new($"{value}", $"{value}"));

    private static Failure? Undefined<T>(string name, T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? null : CohortFailures.SettingInvalid(name, new("已有的选项之一", "one of the known values"), new("其他值", "another one"));

    private static Failure TooMany(string name, int most, int actual) =>
        CohortFailures.SettingInvalid(name, new($"不超过{most}项", $"at most {most}"), new($"{actual}项", $"{actual}"));
}
