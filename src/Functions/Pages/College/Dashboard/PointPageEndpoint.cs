using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.College.Dashboard;

/// <summary>A teaching point at a glance.</summary>
internal static class PointPageEndpoint
{
    public static void MapPointPage(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/dashboard/{cohort}/teaching-points/{teachingPoint}", ShowAsync).ForCollege().AsPage();

    private static async Task<IResult> ShowAsync(
        string cohort,
        string teachingPoint,
        Place place,
        StudentSummaries summaries,
        TimeProvider time,
        CollegePages pages,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (!(await place.PointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var here, out var failure))
        {
            return Problems.From(failure);
        }

        var (found, point) = here;
        var (summary, asOf) = await summaries.ReadAsync(found, point.Code, cancellationToken);
        return await pages.RenderAsync<PointPage>(
            context,
            new PageFrame(new(point.Name, point.Name)) { Cohort = found, Point = point },
            (nameof(PointPage.Cohort), found),
            (nameof(PointPage.Point), point),
            (nameof(PointPage.Summary), summary),
            (nameof(PointPage.AsOf), asOf),
            (nameof(PointPage.Today), ChinaTime.DateAt(time.GetUtcNow())));
    }
}
