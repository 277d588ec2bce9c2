using System.Text.Json.Serialization;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reports;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>Where a cohort, and each of its teaching points, stands.</summary>
internal static class SummaryEndpoints
{
    public static void MapSummaries(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cohorts/{cohort}/summary", OfCohortAsync).ForAdministrators()
            .Describe("summariseCohort", "Where the cohort stands, by level and teaching point, and how its days went.")
            .Produces<CohortSummaryView>();
        api.MapGet("/cohorts/{cohort}/teaching-points/{teachingPoint}/summary", OfPointAsync).ForCollege()
            .Describe("summariseTeachingPoint", "Where the teaching point stands, by level and class, and how its days went.")
            .Produces<PointSummaryView>();
    }

    private static async Task<IResult> OfCohortAsync(
        string cohort,
        Place place,
        ICohortStore cohorts,
        StudentSummaries summaries,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return Problems.From(failure);
        }

        var points = await cohorts.FindTeachingPointsAsync(found.Code, cancellationToken);
        var readings = await EachTeachingPoint.ReadAsync(
            points, (point, token) => summaries.ReadAsync(found, point.Code, token), cancellationToken);
        var all = ProgressSummary.Sum(readings.Select(reading => reading.Summary));
        var now = time.GetUtcNow();
        return TypedResults.Ok(new CohortSummaryView(all.All)
        {
            Cohort = found.Code.Value,
            Name = found.Name,
            Levels = LevelsOf(all),
            TeachingPoints = [.. points.Zip(readings, (point, reading) =>
                new PointCountsView(point.Code.Value, point.Name, reading.AsOf, reading.Summary.All))],
            Days = all.Days(ChinaTime.DateAt(now)),
            AsOf = readings.Select(reading => reading.AsOf).DefaultIfEmpty(now).Min(),
        });
    }

    private static async Task<IResult> OfPointAsync(
        string cohort,
        string teachingPoint,
        Place place,
        StudentSummaries summaries,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!(await place.PointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var here, out var failure))
        {
            return Problems.From(failure);
        }

        var (found, point) = here;
        var (summary, asOf) = await summaries.ReadAsync(found, point.Code, cancellationToken);
        return TypedResults.Ok(new PointSummaryView(summary.All)
        {
            Cohort = point.Cohort.Value,
            Code = point.Code.Value,
            Name = point.Name,
            Levels = LevelsOf(summary),
            Classes = [.. summary.Classes.Select(one => new ClassCountsView(one.Key.Level, one.Key.ClassName, one.Value))],
            Days = summary.Days(ChinaTime.DateAt(time.GetUtcNow())),
            AsOf = asOf,
        });
    }

    private static LevelCountsView[] LevelsOf(ProgressSummary summary) =>
        [.. summary.Levels.Select(one => new LevelCountsView(one.Key, one.Value))];

    /// <summary>A whole cohort; as old as the oldest of its parts.</summary>
    internal sealed record CohortSummaryView([property: JsonIgnore] StatusCounts Counts) : CountsView(Counts)
    {
        public required string Cohort { get; init; }

        public required string Name { get; init; }

        public required IReadOnlyList<LevelCountsView> Levels { get; init; }

        public required IReadOnlyList<PointCountsView> TeachingPoints { get; init; }

        public required IReadOnlyList<DayProgress> Days { get; init; }

        public required DateTimeOffset AsOf { get; init; }
    }

    /// <summary>One teaching point.</summary>
    internal sealed record PointSummaryView([property: JsonIgnore] StatusCounts Counts) : CountsView(Counts)
    {
        public required string Cohort { get; init; }

        public required string Code { get; init; }

        public required string Name { get; init; }

        public required IReadOnlyList<LevelCountsView> Levels { get; init; }

        public required IReadOnlyList<ClassCountsView> Classes { get; init; }

        public required IReadOnlyList<DayProgress> Days { get; init; }

        public required DateTimeOffset AsOf { get; init; }
    }

    internal sealed record LevelCountsView(string Level, [property: JsonIgnore] StatusCounts Counts) : CountsView(Counts);

    internal sealed record ClassCountsView(string Level, string ClassName, [property: JsonIgnore] StatusCounts Counts) : CountsView(Counts);

    internal sealed record PointCountsView(string Code, string Name, DateTimeOffset AsOf, [property: JsonIgnore] StatusCounts Counts)
        : CountsView(Counts);
}
