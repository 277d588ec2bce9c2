using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>What became of every check's findings: where people overrule a check, and for whom.</summary>
internal static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder api) =>
        api.MapGet("/cohorts/{cohort}/review-statistics", CountAsync).ForAdministrators()
            .Describe("getReviewStatistics", "How often each check rejected, was left to people, and was overruled.")
            .Produces<ReviewStatisticsView>();

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

        return TypedResults.Ok(new ReviewStatisticsView(
            found.Code.Value,
            all.Checks,
            [.. points.Select((point, i) => new PointStatisticsView(point.Code.Value, point.Name, counts[i].Checks))],
            time.GetUtcNow()));
    }

    internal sealed record ReviewStatisticsView(
        string Cohort, IReadOnlyList<CheckStatistics> Checks, IReadOnlyList<PointStatisticsView> TeachingPoints, DateTimeOffset AsOf);

    internal sealed record PointStatisticsView(string Code, string Name, IReadOnlyList<CheckStatistics> Checks);
}
