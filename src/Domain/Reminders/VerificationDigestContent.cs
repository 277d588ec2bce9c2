using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>身份核验未通过, to a teaching point or to the administrators: student numbers, no names.</summary>
public sealed record VerificationDigestContent : ReminderContent
{
    /// <summary>
    /// The teaching point, to whose address the mail goes; null: to the cohort's administrators, about all teaching points.
    /// </summary>
    public required TeachingPoint? TeachingPoint { get; init; }

    /// <summary>The students, by teaching point and number.</summary>
    public required IReadOnlyList<VerificationLine> Lines { get; init; }
}
