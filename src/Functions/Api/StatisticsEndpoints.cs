using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>What became of every check's findings: where people overrule a check, and for whom.</summary>
internal static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder api) =>
        api.MapGet("/cohorts/{cohort}/review-statistics", CountAsync).ForAdministrators();

    private static async Task<IResult> CountAsync(
        string cohort,
        Place place,
        ICohortStore cohorts,
        StudentDirectory directory,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return Problems.From(failure);
        }

        var points = await cohorts.ListTeachingPointsAsync(found.Code, cancellationToken);
        var counts = await EachTeachingPoint.ReadAsync(
            points, (point, token) => directory.CountChecksAsync(found.Code, point.Code, token), cancellationToken);
        var all = new ReviewStatistics();
        foreach (var count in counts)
        {
            all.Add(count);
        }

        return TypedResults.Ok(new
        {
            Cohort = found.Code.Value,
            all.Checks,
            TeachingPoints = points.Select((point, i) => new { Code = point.Code.Value, point.Name, counts[i].Checks }),
            AsOf = time.GetUtcNow(),
        });
    }
}
