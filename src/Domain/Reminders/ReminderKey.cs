using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>Which mail: there is at most one for each key.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="TeachingPoint">The teaching point at which it fell due; null for what is about all of them.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Occasion">What it is sent for.</param>
/// <param name="Student">The student to whom it goes; null when it goes to an office.</param>
public sealed record ReminderKey(
    CohortCode Cohort, TeachingPointCode? TeachingPoint, ReminderKind Kind, Occasion Occasion, StudentNumber? Student = null);
