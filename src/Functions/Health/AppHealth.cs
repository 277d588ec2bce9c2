using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Health;

/// <summary>
/// Remembers how each part was, and asks again when that is old: whoever asks the app does not ask the parts. What changes is told in the log once.
/// </summary>
internal sealed partial class AppHealth(
    IEnumerable<IHealthProbe> probes, [FromKeyedServices(Clocks.Real)] TimeProvider realTime, ILogger<AppHealth> logger) : IDisposable
{
    // An answer that takes longer is no better than none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, (HealthFinding Finding, long At)> _known = new(StringComparer.Ordinal);

    public async Task<HealthReport> LookAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await Task.WhenAll(probes.Where(IsDue).ToList().Select(AskAsync));
            return new HealthReport([.. probes.Select(probe => new HealthReport.Part(probe.Name, _known[probe.Name].Finding))]);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private bool IsDue(IHealthProbe probe) =>
        !_known.TryGetValue(probe.Name, out var known) || realTime.GetElapsedTime(known.At) >= probe.Freshness;

    private async Task AskAsync(IHealthProbe probe)
    {
        // Whoever asked may go away; the answer is for the next one, too.
        using var patience = new CancellationTokenSource(Patience, realTime);
        var finding = await probe.AskAsync(patience.Token);
        HealthState before;
        lock (_known)
        {
            before = _known.TryGetValue(probe.Name, out var known) ? known.Finding.State : HealthState.Ok;
            _known[probe.Name] = (finding, realTime.GetTimestamp());
        }

        if (finding.State != HealthState.Ok && finding.State != before)
        {
            Log.Unwell(logger, probe.Name, finding.State, finding.What);
        }
        else if (finding.State == HealthState.Ok && before != HealthState.Ok)
        {
            Log.WellAgain(logger, probe.Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Part} is not well ({State}): {What}")]
        public static partial void Unwell(ILogger logger, string part, HealthState state, string? what);

        [LoggerMessage(2, LogLevel.Information, "{Part} is well again")]
        public static partial void WellAgain(ILogger logger, string part);
    }
}
