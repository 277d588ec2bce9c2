using System.Globalization;
using System.Runtime.CompilerServices;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.TestKit.Fakes;

/// <summary>An audit trail in memory, which a test may tamper with.</summary>
public sealed class InMemoryAuditTrail : IAuditTrail
{
    private readonly SortedDictionary<string, AuditEntry> _lines = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateOnly, AuditRoot> _roots = [];

    public IDictionary<string, AuditEntry> Lines => _lines;

    public IDictionary<DateOnly, AuditRoot> Roots => _roots;

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{entry.At.UtcTicks:D19}~{_lines.Count:D4}"), entry);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<AuditLine> ReadAsync(DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (id, entry) in _lines.Where(line => DayOf(line.Key) == day))
        {
            yield return new AuditLine(id, entry);
        }
    }

    public Task<DateOnly?> FirstDayAsync(CancellationToken cancellationToken) =>
        Task.FromResult<DateOnly?>(_lines.Count == 0 ? null : DayOf(_lines.First().Key));

    public Task<DateOnly?> LastSealedDayAsync(CancellationToken cancellationToken) =>
        Task.FromResult<DateOnly?>(_roots.Count == 0 ? null : _roots.Last().Key);

    public Task<AuditRoot?> FindRootAsync(DateOnly day, CancellationToken cancellationToken) =>
        Task.FromResult(_roots.GetValueOrDefault(day));

    public Task<AuditRoot> SealAsync(AuditRoot root, CancellationToken cancellationToken)
    {
        _roots.TryAdd(root.Day, root);
        return Task.FromResult(_roots[root.Day]);
    }

    public Task<int> EraseBeforeAsync(DateOnly day, CancellationToken cancellationToken) =>
        Task.FromResult(_lines.Keys.Where(id => DayOf(id) < day).ToList().Count(_lines.Remove));

    private static DateOnly DayOf(string id) =>
        ChinaTime.DateAt(new DateTimeOffset(long.Parse(id.Split('~')[0], CultureInfo.InvariantCulture), TimeSpan.Zero));
}
