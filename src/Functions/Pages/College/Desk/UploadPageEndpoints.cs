using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.College.Desk;

/// <summary>Where a teaching point uploads its photos: the page's scripts do the rest, through the API and signed links.</summary>
internal static class UploadPageEndpoints
{
    private static readonly string[] Scripts = ["upload.js"];

    public static void MapUploadPage(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/desk/{cohort}/{teachingPoint}/upload", ShowAsync).ForCollege().AsPage();

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
        var counts = (await summaries.ReadAsync(found, point.Code, cancellationToken)).Summary.All;
        var now = time.GetUtcNow();
        return await pages.RenderAsync<UploadPage>(
            context,
            new PageFrame(UploadPage.Title) { Cohort = found, Point = point, Scripts = Scripts },
            (nameof(UploadPage.Cohort), found),
            (nameof(UploadPage.Point), point),
            (nameof(UploadPage.Missing), counts.Students - counts.Collection[CollectionStatus.Accepted]),
            (nameof(UploadPage.Today), ChinaTime.DateAt(now)),
            (nameof(UploadPage.AsOf), now));
    }
}
