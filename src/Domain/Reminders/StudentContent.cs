using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>The facts of a mail to a student.</summary>
public abstract record StudentContent : ReminderContent
{
    /// <summary>The student, to whose address the mail goes.</summary>
    public required Student Student { get; init; }

    /// <summary>The student's teaching point, to which answers go.</summary>
    public required TeachingPoint TeachingPoint { get; init; }
}
