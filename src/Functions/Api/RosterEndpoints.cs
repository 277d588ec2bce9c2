using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Imports;

namespace PhotoFunctions.Functions.Api;

internal static class RosterEndpoints
{
    public static void MapRoster(this IEndpointRouteBuilder api) =>
        api.MapPost("/cohorts/{cohort}/roster", ImportAsync).ForAdministrators().Audited(AuditAction.RosterImported)
            .Describe("importRoster", "Imports a roster: new students, corrections, moves.").TakesSheet()
            .Produces<RosterReportView>()
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
            || !(await imports.RosterAsync(found, content, isDryRun, cancellationToken)).Succeeded(out var report, out failure))
        {
            return Problems.From(failure);
        }

        return TypedResults.Ok(new RosterReportView(
            report.IsDryRun,
            report.Rows,
            report.Added,
            report.Updated,
            report.Corrected,
            report.Moved,
            report.Unchanged,
            report.Rejected,
            [.. report.Errors.Select(RowRemarkView.Of)],
            [.. report.Warnings.Select(RowRemarkView.Of)]));
    }

    internal sealed record RosterReportView(
        bool DryRun,
        int Rows,
        int Added,
        int Updated,
        int Corrected,
        int Moved,
        int Unchanged,
        int Rejected,
        IReadOnlyList<RowRemarkView> Errors,
        IReadOnlyList<RowRemarkView> Warnings);
}
