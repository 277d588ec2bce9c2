using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.TestKit.Fakes;

/// <summary>A quota in memory: so many mails in each minute and each hour of the clock; null for any number.</summary>
public sealed class InMemoryMailQuota(FaultPlan faults, TimeProvider time, int? perMinute = null, int? perHour = null) : IMailQuota
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DateTimeOffset, int> _hours = [];
    private readonly Dictionary<DateTimeOffset, int> _minutes = [];

    /// <summary>How many mails were granted, ever.</summary>
    public int Granted { get; private set; }

    public Task<MailAllowance> TakeAsync(int wanted, CancellationToken cancellationToken) => faults.RunAsync(() =>
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var (hour, minute) = (Begin(now, TimeSpan.FromHours(1)), Begin(now, TimeSpan.FromMinutes(1)));
            var leftOfHour = (perHour ?? int.MaxValue) - _hours.GetValueOrDefault(hour);
            var leftOfMinute = (perMinute ?? int.MaxValue) - _minutes.GetValueOrDefault(minute);
            var granted = Math.Min(wanted, Math.Min(leftOfHour, leftOfMinute));
            _hours[hour] = _hours.GetValueOrDefault(hour) + granted;
            _minutes[minute] = _minutes.GetValueOrDefault(minute) + granted;
            Granted += granted;
            return new MailAllowance(
                granted,
                granted == wanted ? null
                : granted == leftOfHour ? hour.AddHours(1)
                : minute.AddMinutes(1));
        }
    });

    private static DateTimeOffset Begin(DateTimeOffset at, TimeSpan span) => new(at.UtcTicks - (at.UtcTicks % span.Ticks), TimeSpan.Zero);
}
