using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

internal static class UploadEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cohorts/{cohort}/teaching-points/{teachingPoint}/uploads", ListAsync).ForCollege()
            .Describe("listUploads", "What became of every upload of a teaching point.")
            .Produces<UploadPageView>();
        api.MapGet("/uploads/unplaced", ListUnplacedAsync).ForAdministrators()
            .Describe("listUnplacedUploads", "Uploads whose path names no known teaching point.")
            .Produces<UploadPageView>();
    }

    private static async Task<IResult> ListAsync(
        string cohort,
        string teachingPoint,
        string? top,
        string? continuation,
        Place place,
        StudentDirectory directory,
        CancellationToken cancellationToken)
    {
        if (!(await place.TeachingPointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var point, out var failure)
            || !ListQuery.Top(top).Succeeded(out var wantedTop, out failure))
        {
            return Problems.From(failure);
        }

        return Shown(await directory.ListUploadsAsync(point.Cohort, point.Code, wantedTop, continuation, cancellationToken));
    }

    private static async Task<IResult> ListUnplacedAsync(
        string? top, string? continuation, StudentDirectory directory, CancellationToken cancellationToken) =>
        ListQuery.Top(top).Succeeded(out var wantedTop, out var failure)
            ? Shown(await directory.ListUnplacedUploadsAsync(wantedTop, continuation, cancellationToken))
            : Problems.From(failure);

    private static IResult Shown(Result<Page<LedgerEntry>> listed) =>
        listed.Succeeded(out var page, out var failure)
            ? TypedResults.Ok(new UploadPageView([.. page.Items.Select(UploadView.Of)], page.Continuation))
            : Problems.From(failure);

    internal sealed record UploadPageView(IReadOnlyList<UploadView> Items, string? Continuation);
}
