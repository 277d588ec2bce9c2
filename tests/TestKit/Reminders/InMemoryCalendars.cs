using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.TestKit.Reminders;

/// <summary>The holidays that come with the program.</summary>
public sealed class InMemoryCalendars : ICalendarStore
{
    public Task<WorkingCalendar> FindAsync(CancellationToken cancellationToken) => Task.FromResult(WorkingCalendar.Shipped);

    public Task<IReadOnlyList<HolidayYear>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<HolidayYear>>([]);

    public Task SaveAsync(HolidayYear year, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The reminders do not change holidays.");
}
