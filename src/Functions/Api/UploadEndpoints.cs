using System.Text.Json;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

internal static class UploadEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cohorts/{cohort}/teaching-points/{teachingPoint}/uploads", ListAsync).ForCollege();
        api.MapGet("/uploads/unplaced", ListUnplacedAsync).ForAdministrators();
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
            ? TypedResults.Ok(new { Items = page.Items.Select(Shown), page.Continuation })
            : Problems.From(failure);

    private static object Shown(LedgerEntry entry) => new
    {
        Etag = entry.ETag,
        entry.UploadedAt,
        entry.DecidedAt,
        FileName = entry.MaskedFileName,
        entry.StudentNumber,
        Outcome = JsonNamingPolicy.KebabCaseLower.ConvertName(entry.Outcome.ToString()),
        Findings = entry.Findings.Select(FindingView.Of),
    };
}
