using System.Globalization;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Stored years of holidays, a row each beside the cohorts. The calendar is remembered for half a minute.</summary>
internal sealed class TableCalendarStore(StorageAccount storage, TimeProvider time) : ICalendarStore
{
    private const string CalendarPartition = "calendar";
    private const int SchemaVersion = 1;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private volatile Remembered? _recent;

    public async Task<WorkingCalendar> FindAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_recent is { } recent && recent.Until > now)
        {
            return recent.Calendar;
        }

        var calendar = WorkingCalendar.Shipped.With(await ListAsync(cancellationToken));
        _recent = new Remembered(now + Freshness, calendar);
        return calendar;
    }

    public async Task<IReadOnlyList<HolidayYear>> ListAsync(CancellationToken cancellationToken)
    {
        var years = new List<HolidayYear>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {CalendarPartition}");
        await foreach (var row in storage.Cohorts.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            years.Add(ToYear(row));
        }

        return years;
    }

    public async Task SaveAsync(HolidayYear year, CancellationToken cancellationToken)
    {
        var row = new TableEntity(CalendarPartition, year.Year.ToString(CultureInfo.InvariantCulture))
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Off"] = Text(year.OffDays),
            ["Work"] = Text(year.WorkDays),
        };
        await storage.Cohorts.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellationToken);
        _recent = null;
    }

    // It was checked before it was stored, so a broken one is no answer for a teaching point: an administrator has to know.
    private static HolidayYear ToYear(TableEntity row) =>
        HolidayYear.Create(
            int.Parse(row.RowKey, CultureInfo.InvariantCulture), Days(row.GetString("Off")), Days(row.GetString("Work"))).Value
        ?? throw new InvalidDataException($"The stored holidays of {row.RowKey} cannot be used.");

    private static string Text(IEnumerable<DateOnly> days) =>
        string.Join(' ', days.Select(day => day.ToString("O", CultureInfo.InvariantCulture)));

    private static DateOnly[] Days(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(day => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture)),
    ];

    private sealed record Remembered(DateTimeOffset Until, WorkingCalendar Calendar);
}
