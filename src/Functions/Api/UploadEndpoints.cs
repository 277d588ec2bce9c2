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
            .Describe("listUploads", "What became of every upload of a teaching point, or of those decided since a time.")
            .Produces<UploadPageView>();
        api.MapGet("/uploads/unplaced", ListUnplacedAsync).ForAdministrators()
            .Describe("listUnplacedUploads", "Uploads whose path names no known teaching point.")
            .Produces<UploadPageView>();
    }

    private static async Task<IResult> ListAsync(
        string cohort,
        string teachingPoint,
        string? since,
        string? top,
        string? continuation,
        Place place,
        StudentDirectory directory,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        // Read before the rows, so that whoever goes on from it leaves nothing out.
        var asOf = time.GetUtcNow();
        if (!(await place.TeachingPointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var point, out var failure)
            || !ListQuery.Time(nameof(since), since).Succeeded(out var from, out failure)
            || !ListQuery.Top(top).Succeeded(out var wantedTop, out failure))
        {
            return Problems.From(failure);
        }

        return Shown(asOf, await directory.ListUploadsAsync(point.Cohort, point.Code, from, wantedTop, continuation, cancellationToken));
    }

    private static async Task<IResult> ListUnplacedAsync(
        string? top, string? continuation, StudentDirectory directory, TimeProvider time, CancellationToken cancellationToken) =>
        ListQuery.Top(top).Succeeded(out var wantedTop, out var failure)
            ? Shown(time.GetUtcNow(), await directory.ListUnplacedUploadsAsync(wantedTop, continuation, cancellationToken))
            : Problems.From(failure);

    private static IResult Shown(DateTimeOffset asOf, Result<Page<LedgerEntry>> listed) =>
        listed.Succeeded(out var page, out var failure)
            ? TypedResults.Ok(new UploadPageView([.. page.Items.Select(UploadView.Of)], page.Continuation, asOf))
            : Problems.From(failure);

    /// <param name="Items">The uploads.</param>
    /// <param name="Continuation">The token of the next page.</param>
    /// <param name="AsOf">When the page was read, by the clock by which uploads are decided.</param>
    internal sealed record UploadPageView(IReadOnlyList<UploadView> Items, string? Continuation, DateTimeOffset AsOf);
}
