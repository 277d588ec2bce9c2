using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Reports;

/// <summary>Where the students of a teaching point, or of a whole cohort, stand, and how they got there day by day.</summary>
public sealed class ProgressSummary
{
    private readonly SortedDictionary<string, StatusCounts> _levels = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Level, string ClassName), StatusCounts> _classes = new(ClassOrder);
    private readonly DaySeries _days = new();

    private ProgressSummary()
    {
    }

    /// <summary>All students.</summary>
    public StatusCounts All { get; } = new();

    /// <summary>What somebody has to see to.</summary>
    public OpenMatters Matters { get; } = new();

    /// <summary>By 层次, in the order of their names.</summary>
    public IReadOnlyDictionary<string, StatusCounts> Levels => _levels;

    /// <summary>By 层次 and 班级 of a teaching point; empty for a cohort, where every teaching point has a class 1.</summary>
    public IReadOnlyDictionary<(string Level, string ClassName), StatusCounts> Classes => _classes;

    private static Comparer<(string Level, string ClassName)> ClassOrder { get; } =
        Comparer<(string Level, string ClassName)>.Create((x, y) => string.CompareOrdinal(x.Level, y.Level) is var order and not 0
            ? order
            : string.CompareOrdinal(x.ClassName, y.ClassName));

    /// <summary>Sums up a teaching point.</summary>
    /// <param name="cohort">The cohort, with its windows and waits.</param>
    /// <param name="point">The teaching point.</param>
    /// <param name="students">Its students.</param>
    /// <param name="calendar">The calendar that waits in working days are counted with.</param>
    /// <param name="today">Today (UTC+8).</param>
    /// <returns>The summary.</returns>
    public static ProgressSummary Of(
        Cohort cohort, TeachingPointCode point, IEnumerable<StudentStanding> students, WorkingCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(students);
        ArgumentNullException.ThrowIfNull(calendar);
        var summary = new ProgressSummary();
        var windows = new Dictionary<string, CollectionWindow>();
        var waits = new Dictionary<DateOnly, DateOnly>();
        foreach (var student in students)
        {
            if (!windows.TryGetValue(student.Level, out var window))
            {
                windows[student.Level] = window = WithGrace(cohort, cohort.WindowOf(student.Level, point));
            }

            summary.Matters.Add(student, point);
            summary.Add(student, new OverdueCounts(
                student.Collection != CollectionStatus.Accepted && today > window.ClosesOn ? 1 : 0, IsProofingOverdue(student) ? 1 : 0));
        }

        foreach (var window in windows.Values.DefaultIfEmpty(WithGrace(cohort, cohort.WindowOf("", point))))
        {
            summary._days.Widen(window);
        }

        return summary;

        bool IsProofingOverdue(StudentStanding student)
        {
            if (student.Proofing is ProofingStatus.NotDue or ProofingStatus.Confirmed || student.ProofingStartsOn is not { } start)
            {
                return false;
            }

            if (!waits.TryGetValue(start, out var end))
            {
                waits[start] = end = calendar.After(start, cohort.Proofing.MaxWait, cohort.Proofing.WaitUnit).Date;
            }

            return today > end;
        }
    }

    /// <summary>Adds up the teaching points of a cohort; classes are left out.</summary>
    /// <param name="points">Their summaries.</param>
    /// <returns>The cohort's.</returns>
    public static ProgressSummary Sum(IEnumerable<ProgressSummary> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var sum = new ProgressSummary();
        foreach (var point in points)
        {
            sum.All.Add(point.All);
            sum.Matters.Add(point.Matters);
            sum._days.Add(point._days);
            foreach (var (level, counts) in point._levels)
            {
                CountsOf(sum._levels, level).Add(counts);
            }
        }

        return sum;
    }

    /// <summary>
    /// One line for each day (UTC+8) from the opening of the first window to the last day, or the last change behind it, but not beyond
    /// today; the last 400 days at most.
    /// </summary>
    /// <param name="today">Today (UTC+8).</param>
    /// <returns>The days in order; none before the window opens.</returns>
    public IReadOnlyList<DayProgress> Days(DateOnly today) => _days.Until(today);

    private static CollectionWindow WithGrace(Cohort cohort, CollectionWindow window) => window with
    {
        ClosesOn = DateOnly.FromDayNumber(Math.Min(window.ClosesOn.DayNumber + cohort.GraceDays, DateOnly.MaxValue.DayNumber)),
    };

    private static StatusCounts CountsOf<T>(SortedDictionary<T, StatusCounts> groups, T group)
        where T : notnull
    {
        if (!groups.TryGetValue(group, out var counts))
        {
            groups[group] = counts = new StatusCounts();
        }

        return counts;
    }

    private void Add(StudentStanding student, OverdueCounts overdue)
    {
        All.Add(student, overdue);
        CountsOf(_levels, student.Level).Add(student, overdue);
        CountsOf(_classes, (student.Level, student.ClassName)).Add(student, overdue);
        if (student.Collection == CollectionStatus.Accepted)
        {
            _days.Accept(student.CollectionSince);
        }

        if (student is { Proofing: ProofingStatus.Confirmed, ProofingSince: { } confirmedAt })
        {
            _days.Confirm(confirmedAt);
        }

        if (student is { Verification: VerificationStatus.Passed or VerificationStatus.Filed, VerificationSince: { } verifiedAt })
        {
            _days.Verify(verifiedAt);
        }
    }
}
