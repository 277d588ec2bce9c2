namespace PhotoFunctions.Domain.Cohorts;

/// <summary>Where holidays are kept that an administrator stored; they stand in place of those that come with the program.</summary>
public interface ICalendarStore
{
    /// <summary>The working days of all known years, stored and shipped; it may be up to half a minute old.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The calendar.</returns>
    Task<WorkingCalendar> FindAsync(CancellationToken cancellationToken);

    /// <summary>Reads the stored years as they are now, in order.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The years.</returns>
    Task<IReadOnlyList<HolidayYear>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Stores a year, new or changed.</summary>
    /// <param name="year">The year.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task SaveAsync(HolidayYear year, CancellationToken cancellationToken);
}
