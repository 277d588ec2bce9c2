using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>Where it is kept which mails were due, and what became of them.</summary>
public interface IReminderLedger
{
    /// <summary>
    /// Reads the lines of a teaching point of some kinds: those whose occasion is on a day or later, and all that have not come to an end.
    /// </summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="point">The teaching point; null for what is about all of them.</param>
    /// <param name="from">For each kind the first day of an occasion; null for the open lines only. Other kinds are not read.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The lines, in no order.</returns>
    Task<IReadOnlyList<ReminderEntry>> ReadAsync(
        CohortCode cohort,
        TeachingPointCode? point,
        IReadOnlyDictionary<ReminderKind, DateOnly?> from,
        CancellationToken cancellationToken);

    /// <summary>Reads one line.</summary>
    /// <param name="key">Which mail.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The line, or null when it never fell due.</returns>
    Task<ReminderEntry?> FindAsync(ReminderKey key, CancellationToken cancellationToken);

    /// <summary>Adds lines, all of one teaching point, but for those that are there already.</summary>
    /// <param name="entries">The lines.</param>
    /// <param name="cancellationToken">Ends the work; what was added stays.</param>
    /// <returns>The lines that this call has added, as they are stored; the others are another round's.</returns>
    Task<IReadOnlyList<ReminderEntry>> AddAsync(IReadOnlyCollection<ReminderEntry> entries, CancellationToken cancellationToken);

    /// <summary>Changes a line, unless somebody has changed it since it was read.</summary>
    /// <param name="entry">The line as it is to be, with the <see cref="ReminderEntry.Version"/> that was read.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>The line as it is stored, or null when somebody else was first.</returns>
    Task<ReminderEntry?> TryChangeAsync(ReminderEntry entry, CancellationToken cancellationToken);
}
