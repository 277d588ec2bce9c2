using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Imports;

namespace PhotoFunctions.Functions.Api;

/// <summary>Teaching points from a file.</summary>
internal static class TeachingPointImportEndpoints
{
    public static void MapTeachingPointImport(this IEndpointRouteBuilder api) =>
        api.MapPost("/cohorts/{cohort}/teaching-points", ImportAsync).ForAdministrators().Audited(AuditAction.TeachingPointsImported)
            .Describe("importTeachingPoints", "Imports teaching points from a file.").TakesSheet()
            .Produces<TeachingPointReportView>()
            .Refuses(FailureCodes.HeadingMissing, FailureCodes.HeadingRepeated, FailureCodes.RosterUnreadable, FailureCodes.RosterTooLarge);

    private static async Task<IResult> ImportAsync(
        string cohort,
        string? dryRun,
        HttpRequest request,
        Place place,
        SheetImports imports,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !ListQuery.Flag("dryRun", dryRun).Succeeded(out var isDryRun, out failure)
            || !(await SheetUpload.ReadAsync(request, cancellationToken)).Succeeded(out var content, out failure)
            || !(await imports.TeachingPointsAsync(found, content, isDryRun, cancellationToken)).Succeeded(out var report, out failure))
        {
            return Problems.From(failure);
        }

        return TypedResults.Ok(new TeachingPointReportView(
            report.IsDryRun,
            report.Rows,
            report.Added,
            report.Updated,
            report.Unchanged,
            report.Rejected,
            [.. report.Errors.Select(RowRemarkView.Of)]));
    }

    internal sealed record TeachingPointReportView(
        bool DryRun, int Rows, int Added, int Updated, int Unchanged, int Rejected, IReadOnlyList<RowRemarkView> Errors);
}
