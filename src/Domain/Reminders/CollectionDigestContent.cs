using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>截止提醒, to a teaching point: counts and student numbers, no names.</summary>
public sealed record CollectionDigestContent : ReminderContent
{
    /// <summary>The teaching point, to whose address the mail goes.</summary>
    public required TeachingPoint TeachingPoint { get; init; }

    /// <summary>The last day (UTC+8) on which photos are collected; the first one where levels differ.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>How many days are left, 0 on the last one.</summary>
    public int DaysLeft => ClosesOn.DayNumber - Today.DayNumber;

    /// <summary>未采集.</summary>
    public required IReadOnlyList<StudentNumber> Awaiting { get; init; }

    /// <summary>检测未通过.</summary>
    public required IReadOnlyList<StudentNumber> Rejected { get; init; }

    /// <summary>待人工审核: the teaching point's own work.</summary>
    public required IReadOnlyList<StudentNumber> InReview { get; init; }

    /// <summary>Which of them no mail reaches: no address, or they did not want any.</summary>
    public required IReadOnlyList<StudentNumber> Unreached { get; init; }

    /// <summary>How many students have no accepted photo.</summary>
    public int Missing => Awaiting.Count + Rejected.Count + InReview.Count;
}
