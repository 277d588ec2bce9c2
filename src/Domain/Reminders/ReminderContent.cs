using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>The facts of a mail, as they stand when it is sent.</summary>
public abstract record ReminderContent
{
    /// <summary>The cohort, with its language and the contacts of the photo units.</summary>
    public required Cohort Cohort { get; init; }

    /// <summary>The day (UTC+8) on which the mail is sent.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Prints nobody.</summary>
    /// <returns>The type's name.</returns>
    public sealed override string ToString() => GetType().Name;
}
