using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Exports;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Exports;

namespace PhotoFunctions.Functions.Api.Exports;

/// <summary>What leaves the app in files. A POST, because a reason is asked for, and it stands in no address.</summary>
internal static class ExportEndpoints
{
    private const string Exports = "/cohorts/{cohort}/exports";

    public static void MapExports(this IEndpointRouteBuilder api) =>
        api.MapPost($"{Exports}/photos", PackAsync).ForAdministrators().Audited(AuditAction.PhotosExported);

    private static async Task<IResult> PackAsync(
        string cohort,
        string? teachingPoint,
        string? profile,
        string? confirmedOnly,
        ExportBody body,
        ExportRequest request,
        PhotoPackageFile file,
        CancellationToken cancellationToken)
    {
        if (!(await request.ReadAsync(cohort, teachingPoint, body, cancellationToken)).Succeeded(out var place, out var failure)
            || !ListQuery.Flag("confirmedOnly", confirmedOnly).Succeeded(out var isConfirmedOnly, out failure)
            || !PhotoPackage.Create(place.Cohort, profile, isConfirmedOnly, place.IsWhole).Succeeded(out var package, out failure))
        {
            return Problems.From(failure);
        }

        request.Tell($"{package.Profile}{(isConfirmedOnly ? " confirmedOnly" : "")}");
        return new ExportFile(
            $"{place.Name}-photos.zip",
            PhotoPackageFile.ContentType,
            (stream, token) => file.WriteAsync(stream, package, place.Points, token));
    }
}
