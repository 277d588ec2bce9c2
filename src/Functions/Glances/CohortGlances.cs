using System.Collections.Concurrent;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Glances;

/// <summary>
/// Gives the last glance at a cohort at once, and renews it behind whoever looks when it is older than half a minute (docs/decisions/0026).
/// Whoever shows it shows its moment too.
/// </summary>
internal sealed partial class CohortGlances(
    GlanceBlobs blobs, GlanceReading reading, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<CohortGlances> logger)
{
    // Each round means that the cohort was erased while it was read.
    private const int MostRounds = 3;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<CohortCode, StoredGlance> _last = new();
    private readonly ConcurrentDictionary<CohortCode, Lazy<Task<StoredGlance?>>> _renewals = new();

    public async Task<GlanceLook> LookAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        if (_last.TryGetValue(cohort.Code, out var last) && IsFresh(last.Glance))
        {
            return new GlanceLook(last.Glance, IsBeingRenewed: false);
        }

        // Another instance of the app may have stored a newer one, and what retention has erased must not be shown from memory.
        last = await blobs.FindAsync(cohort.Code, last, cancellationToken);
        Remember(cohort.Code, last);
        if (last is not null && IsFresh(last.Glance))
        {
            return new GlanceLook(last.Glance, IsBeingRenewed: false);
        }

        var renewal = BeginRenewal(cohort, last);
        if (last is { Glance.Counts.Students: > 0 })
        {
            return new GlanceLook(last.Glance, IsBeingRenewed: true);
        }

        // There was nobody when it was made: whoever has imported students since wants to see them.
        for (var round = 0; round < MostRounds; round++)
        {
            if (await renewal.WaitAsync(cancellationToken) is { } made)
            {
                return new GlanceLook(made.Glance, IsBeingRenewed: false);
            }

            renewal = BeginRenewal(cohort, null);
        }

        throw new InvalidOperationException($"The cohort was erased {MostRounds} times while it was looked at.");
    }

    private bool IsFresh(CohortGlance glance) => glance.AsOf + Freshness > time.GetUtcNow();

    // One at a time for each cohort: who comes meanwhile joins it.
    private Task<StoredGlance?> BeginRenewal(Cohort cohort, StoredGlance? last)
    {
        var renewal = _renewals.GetOrAdd(cohort.Code, _ => new(() => Task.Run(() => RenewAsync(cohort, last)))).Value;

        // Nobody may be waiting for it: what went wrong is in the log.
        _ = renewal.ContinueWith(
            failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return renewal;
    }

    private async Task<StoredGlance?> RenewAsync(Cohort cohort, StoredGlance? last)
    {
        // Whoever looked may be gone before it is done.
        var stopping = lifetime.ApplicationStopping;
        try
        {
            // The place is known before anything is read: once it was erased, nothing can be stored over it.
            var place = last?.Version ?? await blobs.ReserveAsync(cohort.Code, stopping);
            var glance = await reading.ReadAsync(cohort, last?.Glance, stopping);
            var stored = await blobs.TryStoreAsync(glance, place, stopping) ?? await blobs.FindAsync(cohort.Code, null, stopping);
            Remember(cohort.Code, stored);
            return stored;
        }
        catch (Exception ex) when (!stopping.IsCancellationRequested)
        {
            Log.NotRenewed(logger, cohort.Code.Value, ex.GetType().Name);
            throw;
        }
        finally
        {
            _renewals.TryRemove(cohort.Code, out _);
        }
    }

    private void Remember(CohortCode cohort, StoredGlance? glance)
    {
        if (glance is null)
        {
            _last.TryRemove(cohort, out _);
        }
        else
        {
            _last[cohort] = glance;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The glance at cohort {Cohort} was not renewed ({Reason}); the next look tries again")]
        public static partial void NotRenewed(ILogger logger, string cohort, string reason);
    }
}
