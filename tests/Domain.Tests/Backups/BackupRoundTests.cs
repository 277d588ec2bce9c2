using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Backups;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Backups;

public sealed class BackupRoundTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    // 02:00 in China.
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero));
    private readonly ScriptedBackups _backups;

    public BackupRoundTests() => _backups = new ScriptedBackups(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_one_backup_a_day_however_often_it_is_called()
    {
        Assert.Equal(Today, (await RunAsync()).Made!.Day);
        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.Null((await RunAsync()).Made);
        _time.Advance(TimeSpan.FromHours(24));

        Assert.Equal(Today.AddDays(1), (await RunAsync()).Made!.Day);
        Assert.Equal(2, _backups.Exports);
    }

    [Fact]
    public async Task Goes_on_with_a_backup_that_took_longer_than_the_host_has_patience()
    {
        _backups.WhenExported = () => _time.Advance(TimeSpan.FromMinutes(4));

        var cut = await RunAsync();
        _backups.WhenExported = () => { };

        Assert.Equal((null, null), (cut.Made, cut.Failure));
        Assert.Equal(Today, (await RunAsync()).Made!.Day);
    }

    [Fact]
    public async Task Deletes_what_is_thirty_days_old_and_nothing_younger()
    {
        var old = Today.AddDays(-BackupRound.KeptDays);
        foreach (var day in new[] { old.AddDays(-1), old, old.AddDays(1) })
        {
            _backups.Complete(day);
        }

        await RunAsync();

        Assert.Equal([old.AddDays(1), Today], _backups.Days);
        Assert.Equal(Today, BackupRound.HeldUntil(new DateTimeOffset(2026, 10, 16, 15, 59, 59, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Is_late_36_hours_after_the_newest_complete_backup_began()
    {
        await RunAsync();
        _backups.WhenExported = () => throw new SimulatedOutageException();
        _time.Advance(TimeSpan.FromHours(36) - TimeSpan.FromTicks(1));
        Assert.False((await RunAsync()).IsLate);

        _time.Advance(TimeSpan.FromTicks(1));
        var report = await RunAsync();

        Assert.True(report.IsLate);
        Assert.Equal(Today, report.Newest!.Day);
        Assert.IsType<SimulatedOutageException>(Assert.Single(report.Failure!.InnerExceptions));
    }

    [Fact]
    public async Task Is_late_as_long_as_there_is_no_backup_at_all()
    {
        _backups.WhenExported = () => throw new SimulatedOutageException();
        Assert.True((await RunAsync()).IsLate);

        _backups.WhenExported = () => { };
        Assert.False((await RunAsync()).IsLate);
    }

    [Fact]
    public async Task Says_nothing_about_lateness_when_nobody_can_know()
    {
        _backups.IsUnreachable = true;

        var report = await RunAsync();

        Assert.False(report.IsLate);
        Assert.NotNull(report.Failure);
    }

    private Task<BackupRound.Report> RunAsync() => new BackupRound(_backups, _time).RunAsync(Token);

    private sealed class ScriptedBackups(TimeProvider time) : ITableBackups
    {
        private readonly SortedDictionary<DateOnly, CompleteBackup> _complete = [];

        public IEnumerable<DateOnly> Days => _complete.Keys;

        public int Exports { get; private set; }

        public bool IsUnreachable { get; set; }

        public Action WhenExported { get; set; } = () => { };

        public void Complete(DateOnly day) => _complete[day] = new CompleteBackup(day, time.GetUtcNow(), time.GetUtcNow(), 1, 1);

        public Task<IReadOnlyList<DateOnly>> ListDaysAsync(CancellationToken cancellationToken) =>
            IsUnreachable ? throw new SimulatedOutageException() : Task.FromResult<IReadOnlyList<DateOnly>>([.. _complete.Keys]);

        public Task<CompleteBackup?> FindCompleteAsync(DateOnly day, CancellationToken cancellationToken) =>
            Task.FromResult(_complete.GetValueOrDefault(day));

        public Task<CompleteBackup> ExportAsync(DateOnly day, CancellationToken cancellationToken)
        {
            WhenExported();
            cancellationToken.ThrowIfCancellationRequested();
            Exports++;
            Complete(day);
            return Task.FromResult(_complete[day]);
        }

        public Task EraseAsync(DateOnly day, CancellationToken cancellationToken)
        {
            _complete.Remove(day);
            return Task.CompletedTask;
        }
    }
}
