using System.Collections.Concurrent;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.TestKit.Fakes;

/// <summary>Cohorts and teaching points in memory, never stale.</summary>
public sealed class InMemoryCohortStore(FaultPlan faults) : ICohortStore
{
    private readonly ConcurrentDictionary<CohortCode, Cohort> _cohorts = new();
    private readonly ConcurrentDictionary<(CohortCode, TeachingPointCode), TeachingPoint> _points = new();

    public Task<Cohort?> FindAsync(CohortCode code, CancellationToken cancellationToken) =>
        faults.RunAsync(() => _cohorts.GetValueOrDefault(code));

    public Task<TeachingPoint?> FindTeachingPointAsync(
        CohortCode cohort, TeachingPointCode code, CancellationToken cancellationToken) =>
        faults.RunAsync(() => _points.GetValueOrDefault((cohort, code)));

    public Task<IReadOnlyList<TeachingPoint>> ListTeachingPointsAsync(CohortCode cohort, CancellationToken cancellationToken) =>
        faults.RunAsync<IReadOnlyList<TeachingPoint>>(() =>
        [
            .. _points.Values.Where(point => point.Cohort == cohort).OrderBy(point => point.Code.Value, StringComparer.Ordinal),
        ]);

    public Task<IReadOnlyList<TeachingPoint>> FindTeachingPointsAsync(CohortCode cohort, CancellationToken cancellationToken) =>
        ListTeachingPointsAsync(cohort, cancellationToken);

    public Task<Cohort?> ReadAsync(CohortCode code, CancellationToken cancellationToken) => FindAsync(code, cancellationToken);

    public Task<IReadOnlyList<Cohort>> ListAsync(CancellationToken cancellationToken) => faults.RunAsync<IReadOnlyList<Cohort>>(
        () => [.. _cohorts.Values.OrderBy(cohort => cohort.Code.Value, StringComparer.Ordinal)]);

    public Task<Result<Cohort>> UpdateAsync(
        CohortCode code, Func<Cohort?, Result<Cohort>> change, CancellationToken cancellationToken) => faults.RunAsync(() =>
        {
            var standing = _cohorts.GetValueOrDefault(code);
            var changed = change(standing);
            if (changed.Value is { } cohort && cohort != standing)
            {
                changed = _cohorts[code] = cohort with { Version = (standing?.Version ?? 0) + 1 };
            }

            return changed;
        });

    public Task SaveAsync(TeachingPoint teachingPoint, CancellationToken cancellationToken) =>
        faults.RunAsync(() => { _points[(teachingPoint.Cohort, teachingPoint.Code)] = teachingPoint; });
}
