using System.Collections.Concurrent;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.TestKit.Reminders;

/// <summary>A provider in memory: it loses some answers, and may or may not tell later what it took.</summary>
public sealed class SimulatedProvider(Random random) : IMailSender
{
    private readonly ConcurrentDictionary<string, int> _taken = new();

    public string Provider => "simulated";

    /// <summary>The share of answers that are lost, 0 to 1.</summary>
    public double LostAnswers { get; set; }

    /// <summary>Whether it can be asked what it took.</summary>
    public bool Tells { get; set; } = true;

    /// <summary>How often it took each operation.</summary>
    public IReadOnlyDictionary<string, int> Taken => _taken;

    public Task<MailOutcome> SendAsync(Mail mail, string operationId, CancellationToken cancellationToken)
    {
        _taken.AddOrUpdate(operationId, 1, (_, count) => count + 1);
        lock (random)
        {
            return Task.FromResult(new MailOutcome(random.NextDouble() < LostAnswers ? MailResult.Unknown : MailResult.Sent));
        }
    }

    public Task<MailOutcome> AskAsync(CohortCode cohort, string operationId, CancellationToken cancellationToken) =>
        Task.FromResult(new MailOutcome(Tells && _taken.ContainsKey(operationId) ? MailResult.Sent : MailResult.Unknown));
}
