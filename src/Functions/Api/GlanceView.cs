using System.Text.Json.Serialization;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Functions.Glances;

namespace PhotoFunctions.Functions.Api;

/// <summary>A glance at a cohort.</summary>
internal sealed record GlanceView([property: JsonIgnore] StatusCounts Counts) : CountsView(Counts)
{
    public required string Cohort { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    public required bool IsBeingRenewed { get; init; }

    public required DateOnly OpensOn { get; init; }

    public required DateOnly ClosesOn { get; init; }

    public required DateOnly LastOn { get; init; }

    public required IReadOnlyList<GlanceLevelView> Levels { get; init; }

    public required IReadOnlyList<GlancePointView> TeachingPoints { get; init; }

    public required IReadOnlyList<ReasonCount> Reasons { get; init; }

    public required WaitingCounts Waiting { get; init; }

    public required IReadOnlyList<TroubleView> Trouble { get; init; }

    public required GlanceMailView Mails { get; init; }

    public required IReadOnlyList<DayProgress> Days { get; init; }

    public static GlanceView Of(GlanceLook look)
    {
        var (glance, mails) = (look.Glance, look.Glance.Mails);
        return new GlanceView(glance.Counts)
        {
            Cohort = glance.Cohort.Value,
            Name = glance.Name,
            AsOf = glance.AsOf,
            IsBeingRenewed = look.IsBeingRenewed,
            OpensOn = glance.Window.OpensOn,
            ClosesOn = glance.Window.ClosesOn,
            LastOn = glance.LastOn,
            Levels = [.. glance.Levels.Select(level => new GlanceLevelView(level.Level, level.Counts))],
            TeachingPoints = [.. glance.TeachingPoints.Select(point =>
                new GlancePointView(point.Code.Value, point.Name, point.Waiting, point.Counts))],
            Reasons = glance.Reasons,
            Waiting = glance.Waiting,
            Trouble = [.. glance.Trouble.Select(one =>
                new TroubleView(one.StudentNumber.Value, one.TeachingPoint.Value, one.Status, one.Since))],
            Mails = new GlanceMailView(
                mails.Pending, mails.Sending, mails.Sent, mails.Failed, mails.Unknown,
                glance.MailHour.Provider, glance.MailHour.Used, glance.MailHour.Limit),
            Days = glance.Days,
        };
    }

    internal sealed record GlanceLevelView(string Level, [property: JsonIgnore] StatusCounts Counts) : CountsView(Counts);

    internal sealed record GlancePointView(string Code, string Name, WaitingCounts Waiting, [property: JsonIgnore] StatusCounts Counts)
        : CountsView(Counts);

    internal sealed record TroubleView(string StudentNumber, string TeachingPoint, VerificationStatus Status, DateTimeOffset Since);

    /// <summary>What became of the cohort's mails, and how many of this hour's were used by all cohorts; null for no limit.</summary>
    internal sealed record GlanceMailView(
        int Pending, int Sending, int Sent, int Failed, int Unknown, string Provider, int UsedThisHour, int? LimitThisHour);
}
