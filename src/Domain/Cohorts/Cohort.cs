using System.Text.Json.Serialization;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>届: one graduating cohort and everything that another college, or another year, does differently.</summary>
public sealed record Cohort
{
    /// <summary>The code in paths and keys.</summary>
    public required CohortCode Code { get; init; }

    /// <summary>How often the settings were changed, from 1; 0 before they are stored. It tells one change from another.</summary>
    public int Version { get; init; }

    /// <summary>The name for people, 1 to 100 characters, for example 2024届.</summary>
    public required string Name { get; init; }

    /// <summary>First day (UTC+8) on which photos are collected. Source: the college's notice.</summary>
    public required DateOnly CollectionOpensOn { get; init; }

    /// <summary>Last day (UTC+8, inclusive) on which photos are collected. Source: the college's notice.</summary>
    public required DateOnly CollectionClosesOn { get; init; }

    /// <summary>Windows of levels and teaching points, at most 100; they stand in place of the cohort's.</summary>
    public IReadOnlyList<SpecialWindow> Windows { get; init; } = [];

    /// <summary>For how many days after the last one late photos are taken all the same, 0 to 365.</summary>
    public int GraceDays { get; init; }

    /// <summary>What a photo must be, and what is written from it.</summary>
    public PhotoSpecification Photos { get; init; } = PhotoSpecification.Default;

    /// <summary>How exported photos are named.</summary>
    public FileNameTemplate PhotoFileName { get; init; } = FileNameTemplate.Default;

    /// <summary>When students are asked to proof, and who may answer.</summary>
    public ProofingRules Proofing { get; init; } = new();

    /// <summary>On how many days before the last one students without a photo are reminded, each 0 to 365.</summary>
    public IReadOnlyList<int> ReminderDaysBefore { get; init; } = [30, 14, 7, 3, 1];

    /// <summary>The columns of the forms for the photo unit.</summary>
    public FormRules Forms { get; init; } = new();

    /// <summary>The photo units, at most 5.</summary>
    public IReadOnlyList<PhotoUnit> Units { get; init; } = [];

    /// <summary>Mail address of the college's administrators, to whom verifications are escalated, up to 254 characters; empty: nobody.</summary>
    public string AdministratorMail { get; init; } = "";

    /// <summary>The language of mails and pages.</summary>
    public Language Language { get; init; } = Language.Chinese;

    /// <summary>
    /// How many days after the last one of all windows, days of grace included, everything about the cohort's students is erased, 1 to 3650; null until an
    /// administrator has decided, because an erasure cannot be undone.
    /// </summary>
    public int? RetentionDays { get; init; }

    /// <summary>The last day (UTC+8) on which data about the cohort's students is kept; null while nobody has decided.</summary>
    [JsonIgnore]
    public DateOnly? KeptUntil => RetentionDays is { } days ? After(LastDay, GraceDays + days) : null;

    /// <summary>
    /// Builds a cohort from what an administrator sent. Failures: <c>value-missing</c>, <c>value-too-long</c>, <c>window-inverted</c>.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="name">The name for people.</param>
    /// <param name="opensOn">First day of the window.</param>
    /// <param name="closesOn">Last day of the window.</param>
    /// <returns>The cohort, or the failure.</returns>
    public static Result<Cohort> Create(CohortCode code, string? name, DateOnly? opensOn, DateOnly? closesOn)
    {
        if (CohortFailures.Name(name) is { } failure)
        {
            return failure;
        }

        if (opensOn is not { } opens || closesOn is not { } closes)
        {
            return CohortFailures.WindowMissing;
        }

        return CohortRules.BrokenWindow(new CollectionWindow(opens, closes)) is { } inverted
            ? inverted
            : new Cohort { Code = code, Name = name!.Trim(), CollectionOpensOn = opens, CollectionClosesOn = closes };
    }

    /// <summary>
    /// Holds the settings against what they may be. Failures: <c>setting-invalid</c>, <c>specification-invalid</c>,
    /// <c>window-inverted</c> and those of texts.
    /// </summary>
    /// <returns>The cohort itself, or the failure that names the first wrong setting.</returns>
    public Result<Cohort> Checked() => CohortRules.FirstBroken(this) is { } broken ? broken : this;

    /// <summary>The window that counts for a student: the closest of both, the teaching point's, the level's, the cohort's.</summary>
    /// <param name="level">层次 of the student.</param>
    /// <param name="point">The student's teaching point.</param>
    /// <returns>The days.</returns>
    public CollectionWindow WindowOf(string level, TeachingPointCode point) =>
        (Windows.FirstOrDefault(window => window.Level == level && window.TeachingPoint == point)
            ?? Windows.FirstOrDefault(window => window.Level is null && window.TeachingPoint == point)
            ?? Windows.FirstOrDefault(window => window.Level == level && window.TeachingPoint is null))?.Window
        ?? new CollectionWindow(CollectionOpensOn, CollectionClosesOn);

    /// <summary>The first and the last day on which some student of a teaching point, of whatever level, may upload; without days of grace.</summary>
    /// <param name="point">The teaching point.</param>
    /// <returns>From the first opening to the last closing.</returns>
    public CollectionWindow SpanOf(TeachingPointCode point)
    {
        var windows = Windows.Where(window => window.TeachingPoint is null || window.TeachingPoint == point)
            .Select(window => WindowOf(window.Level ?? "", point))
            .Append(WindowOf("", point))
            .ToList();
        return new CollectionWindow(windows.Min(window => window.OpensOn), windows.Max(window => window.ClosesOn));
    }

    /// <summary>
    /// Tells why an upload is outside a student's window; days of grace belong to it. Failures: <c>window-not-open</c>,
    /// <c>window-closed</c>.
    /// </summary>
    /// <param name="uploadedAt">When the upload was last written.</param>
    /// <param name="level">层次 of the student.</param>
    /// <param name="point">The student's teaching point.</param>
    /// <returns>The failure, or null inside the window.</returns>
    public Failure? OutsideWindow(DateTimeOffset uploadedAt, string level, TeachingPointCode point)
    {
        var window = WindowOf(level, point);
        var day = ChinaTime.DateAt(uploadedAt);
        return day < window.OpensOn ? CohortFailures.WindowNotOpen(window.OpensOn)
            : day.DayNumber > window.ClosesOn.DayNumber + GraceDays ? CohortFailures.WindowClosed(window.ClosesOn, GraceDays)
            : null;
    }

    private DateOnly LastDay => Windows.Select(window => window.Window.ClosesOn).Append(CollectionClosesOn).Max();

    private static DateOnly After(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Min(day.DayNumber + days, DateOnly.MaxValue.DayNumber));
}
