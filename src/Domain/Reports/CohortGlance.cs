using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Reports;

/// <summary>All that the first page about a cohort shows, as it was at one moment.</summary>
public sealed record CohortGlance
{
    /// <summary>The cohort.</summary>
    public required CohortCode Cohort { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>When the reading began.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The cohort's own window.</summary>
    public required CollectionWindow Window { get; init; }

    /// <summary>The last day (UTC+8) on which any photo is taken: special windows and days of grace included.</summary>
    public required DateOnly LastOn { get; init; }

    /// <summary>Where the students stand.</summary>
    public required StatusCounts Counts { get; init; }

    /// <summary>The same by 层次, in the order of their names.</summary>
    public required IReadOnlyList<LevelGlance> Levels { get; init; }

    /// <summary>The same by teaching point, in the order of their codes.</summary>
    public required IReadOnlyList<PointGlance> TeachingPoints { get; init; }

    /// <summary>How it came to this, day by day.</summary>
    public required IReadOnlyList<DayProgress> Days { get; init; }

    /// <summary>Why photos are rejected, the most frequent first.</summary>
    public required IReadOnlyList<ReasonCount> Reasons { get; init; }

    /// <summary>What waits for a person.</summary>
    public required WaitingCounts Waiting { get; init; }

    /// <summary>Whose verification is in trouble: the <see cref="OpenMatters.MostCases"/> who have waited longest, in that order.</summary>
    public required IReadOnlyList<VerificationCase> Trouble { get; init; }

    /// <summary>What became of the mails.</summary>
    public required MailCounts Mails { get; init; }

    /// <summary>How much of the provider's quota is used.</summary>
    public required MailHour MailHour { get; init; }

    /// <summary>Adds up what was read of each teaching point.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="points">Its teaching points and their summaries, in the order of their codes.</param>
    /// <param name="mails">What became of the mails.</param>
    /// <param name="hour">How much of the provider's quota is used.</param>
    /// <param name="asOf">When the reading began.</param>
    /// <returns>The glance.</returns>
    public static CohortGlance Of(
        Cohort cohort,
        IReadOnlyCollection<(TeachingPoint Point, ProgressSummary Summary)> points,
        MailCounts mails,
        MailHour hour,
        DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        var all = ProgressSummary.Sum(points.Select(one => one.Summary));
        var last = cohort.Windows.Select(window => window.Window.ClosesOn).Append(cohort.CollectionClosesOn).Max();
        return new CohortGlance
        {
            Cohort = cohort.Code,
            Name = cohort.Name,
            AsOf = asOf,
            Window = new CollectionWindow(cohort.CollectionOpensOn, cohort.CollectionClosesOn),
            LastOn = DateOnly.FromDayNumber(Math.Min(last.DayNumber + cohort.GraceDays, DateOnly.MaxValue.DayNumber)),
            Counts = all.All,
            Levels = [.. all.Levels.Select(level => new LevelGlance(level.Key, level.Value))],
            TeachingPoints = [.. points.Select(one =>
                new PointGlance(one.Point.Code, one.Point.Name, one.Summary.All, one.Summary.Matters.Waiting))],
            Days = all.Days(ChinaTime.DateAt(asOf)),
            Reasons = [.. all.Matters.Reasons.OrderByDescending(reason => reason.Value)
                .Select(reason => new ReasonCount(reason.Key, reason.Value))],
            Waiting = all.Matters.Waiting,
            Trouble = [.. all.Matters.Trouble],
            Mails = mails,
            MailHour = hour,
        };
    }
}
