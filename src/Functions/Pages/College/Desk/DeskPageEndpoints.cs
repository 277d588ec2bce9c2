using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.College.Desk;

/// <summary>Where a teaching point begins: its cohorts, and what there is to do in one.</summary>
internal static class DeskPageEndpoints
{
    public static void MapDesk(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/desk", StartAsync).ForCollege().AsPage();
        pages.MapGet("/desk/{cohort}/{teachingPoint}", ShowAsync).ForCollege().AsPage();
    }

    // One cohort needs no choice.
    private static async Task<IResult> StartAsync(
        Caller caller, ICohortStore cohorts, Place place, CollegePages pages, HttpContext context, CancellationToken cancellationToken)
    {
        if (caller.TeachingPoint is not { } point)
        {
            return TypedResults.Redirect(PagePaths.Dashboard);
        }

        var seen = new List<Cohort>();
        foreach (var cohort in await cohorts.ListAsync(cancellationToken))
        {
            if (await place.IsSeenAsync(cohort.Code, cancellationToken))
            {
                seen.Add(cohort);
            }
        }

        return seen is [var only]
            ? TypedResults.Redirect(PagePaths.Desk(only.Code, point))
            : await pages.RenderAsync<DeskStartPage>(
                context,
                new PageFrame(DeskStartPage.Title),
                (nameof(DeskStartPage.Cohorts), seen.OrderByDescending(cohort => cohort.CollectionClosesOn).ToList()),
                (nameof(DeskStartPage.Point), point));
    }

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
        return await pages.RenderAsync<DeskPage>(
            context,
            new PageFrame(DeskPage.Title) { Cohort = found, Point = point },
            (nameof(DeskPage.Cohort), found),
            (nameof(DeskPage.Point), point),
            (nameof(DeskPage.Counts), summary.All),
            (nameof(DeskPage.Today), ChinaTime.DateAt(time.GetUtcNow())),
            (nameof(DeskPage.AsOf), asOf));
    }
}
