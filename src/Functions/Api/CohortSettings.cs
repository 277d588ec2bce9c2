using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api;

/// <summary>A cohort's settings as the API takes and shows them, in one form: what GET answers can be changed and PUT again.</summary>
internal sealed record CohortSettings(string? Name, DateOnly? CollectionOpensOn, DateOnly? CollectionClosesOn)
{
    public IReadOnlyList<WindowSetting>? Windows { get; init; }

    public int GraceDays { get; init; }

    public string? PhotoFileName { get; init; }

    public ProofingRules? Proofing { get; init; }

    public IReadOnlyList<int>? ReminderDaysBefore { get; init; }

    public FormRules? Forms { get; init; }

    public IReadOnlyList<UnitSetting>? Units { get; init; }

    public string? AdministratorMail { get; init; }

    public Language Language { get; init; }

    public int? RetentionDays { get; init; }

    public static CohortSettings Of(Cohort cohort) => new(cohort.Name, cohort.CollectionOpensOn, cohort.CollectionClosesOn)
    {
        Windows = [.. cohort.Windows.Select(WindowSetting.Of)],
        GraceDays = cohort.GraceDays,
        PhotoFileName = cohort.PhotoFileName.Text,
        Proofing = cohort.Proofing,
        ReminderDaysBefore = cohort.ReminderDaysBefore,
        Forms = cohort.Forms,
        Units = [.. cohort.Units.Select(UnitSetting.Of)],
        AdministratorMail = cohort.AdministratorMail,
        Language = cohort.Language,
        RetentionDays = cohort.RetentionDays,
    };

    /// <summary>What is left out is as shipped. Failures: <see cref="Cohort.Create"/> and <see cref="Cohort.Checked"/>.</summary>
    public Result<Cohort> Read(CohortCode code)
    {
        if (!Cohort.Create(code, Name, CollectionOpensOn, CollectionClosesOn).Succeeded(out var cohort, out var failure)
            || !ReadEach(Windows, window => window.Read()).Succeeded(out var windows, out failure)
            || !ReadEach(Units, unit => unit.Read()).Succeeded(out var units, out failure))
        {
            return failure;
        }

        var fileName = FileNameTemplate.Default;
        if (PhotoFileName is not null && !FileNameTemplate.Parse(PhotoFileName).Succeeded(out fileName, out failure))
        {
            return failure;
        }

        cohort = cohort with
        {
            Windows = windows,
            GraceDays = GraceDays,
            PhotoFileName = fileName,
            Proofing = Proofing ?? cohort.Proofing,
            ReminderDaysBefore = ReminderDaysBefore ?? cohort.ReminderDaysBefore,
            Forms = Forms ?? cohort.Forms,
            Units = units,
            AdministratorMail = AdministratorMail?.Trim() ?? "",
            Language = Language,
            RetentionDays = RetentionDays,
        };
        return cohort.Checked();
    }

    private static Result<IReadOnlyList<TOut>> ReadEach<TIn, TOut>(IReadOnlyList<TIn>? items, Func<TIn, Result<TOut>> read)
    {
        var list = new List<TOut>();
        foreach (var item in items ?? [])
        {
            if (item is null)
            {
                return RequestFailures.Invalid("列表中不能有null", "no null in a list");
            }

            if (!read(item).Succeeded(out var value, out var failure))
            {
                return failure;
            }

            list.Add(value);
        }

        return list;
    }

    internal sealed record WindowSetting(string? Level, string? TeachingPoint, DateOnly? OpensOn, DateOnly? ClosesOn)
    {
        public static WindowSetting Of(SpecialWindow window) =>
            new(window.Level, window.TeachingPoint?.Value, window.Window.OpensOn, window.Window.ClosesOn);

        public Result<SpecialWindow> Read()
        {
            if (OpensOn is not { } opens || ClosesOn is not { } closes)
            {
                return CohortFailures.WindowMissing;
            }

            TeachingPointCode? point = null;
            return TeachingPoint is not null && !TeachingPointCode.Parse(TeachingPoint).Succeeded(out point, out var failure)
                ? failure
                : new SpecialWindow { Level = Level?.Trim(), TeachingPoint = point, Window = new CollectionWindow(opens, closes) };
        }
    }

    internal sealed record UnitSetting(
        string? Name, string? Contact = null, string? Mail = null, string? Phone = null, string? Address = null)
    {
        public static UnitSetting Of(PhotoUnit unit) =>
            new(unit.Name, unit.Reached.Contact, unit.Reached.Mail, unit.Reached.Phone, unit.Reached.Address);

        public Result<PhotoUnit> Read() => PhotoUnit.Create(Name, ContactDetails.Create(Contact, Mail, Phone, Address));
    }
}
