using System.Collections.Concurrent;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;

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

    public Task SaveAsync(Cohort cohort, CancellationToken cancellationToken) => faults.RunAsync(() =>
    {
        var rules = _cohorts.GetValueOrDefault(cohort.Code)?.Photos ?? PhotoSpecification.Default;
        _cohorts[cohort.Code] = cohort with { Photos = rules };
    });

    public Task SavePhotoRulesAsync(CohortCode cohort, PhotoSpecification rules, CancellationToken cancellationToken) =>
        faults.RunAsync(() => { _cohorts[cohort] = _cohorts[cohort] with { Photos = rules }; });

    public Task SaveAsync(TeachingPoint teachingPoint, CancellationToken cancellationToken) =>
        faults.RunAsync(() => { _points[(teachingPoint.Cohort, teachingPoint.Code)] = teachingPoint; });
}
