using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Imports;

namespace PhotoFunctions.Functions.Api;

internal static class RosterEndpoints
{
    public static void MapRoster(this IEndpointRouteBuilder admin) => admin.MapPost("/cohorts/{cohort}/roster", ImportAsync);

    private static async Task<IResult> ImportAsync(
        string cohort, HttpRequest request, Place place, RosterImport import, CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !(await SheetUpload.ReadAsync(request, cancellationToken)).Succeeded(out var content, out failure)
            || !RosterFile.Read(content, cancellationToken).Succeeded(out var rows, out failure)
            || !(await import.ImportAsync(found.Code, rows, isDryRun: false, cancellationToken)).Succeeded(out var report, out failure))
        {
            return Problems.From(failure);
        }

        return TypedResults.Ok(new
        {
            report.Rows,
            report.Added,
            report.Updated,
            report.Unchanged,
            report.Rejected,
            Errors = report.Errors.Select(Shown),
            Warnings = report.Warnings.Select(Shown),
        });
    }

    private static object Shown(RosterRemark remark) => new
    {
        remark.Row,
        remark.Failure.Code,
        MessageZh = remark.Failure.Message.Chinese,
        MessageEn = remark.Failure.Message.English,
    };
}
