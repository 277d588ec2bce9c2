using Microsoft.AspNetCore.Http.HttpResults;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Imports;

namespace PhotoFunctions.Functions.Api;

/// <summary>Files of results. What a file is about stands in the address: a heading like 备注 means another thing in every file.</summary>
internal static class ResultEndpoints
{
    private const string Results = "/cohorts/{cohort}/results";

    public static void MapResults(this IEndpointRouteBuilder api)
    {
        Map("capture-approvals", ResultKind.CaptureApprovals);
        Map("proofing", ResultKind.Proofing);
        Map("verification", ResultKind.Verification);

        void Map(string address, ResultKind kind) => api.MapPost(
            $"{Results}/{address}",
            (string cohort,
                string? asOf,
                string? dryRun,
                HttpRequest request,
                Place place,
                ResultImport import,
                AuditNote note,
                CancellationToken token) => ImportAsync(kind, cohort, asOf, dryRun, request, place, import, note, token))
            .ForAdministrators()
            .Audited(AuditAction.ResultsImported);
    }

    private static async Task<IResult> ImportAsync(
        ResultKind kind,
        string cohort,
        string? asOf,
        string? dryRun,
        HttpRequest request,
        Place place,
        ResultImport import,
        AuditNote note,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !ListQuery.Flag("dryRun", dryRun).Succeeded(out var isDryRun, out failure)
            || !(await SheetUpload.ReadAsync(request, cancellationToken)).Succeeded(out var content, out failure)
            || !ResultsFile.Read(kind, content, cancellationToken).Succeeded(out var rows, out failure))
        {
            return Problems.From(failure);
        }

        (note.IsNothing, note.Details) = (isDryRun, $"{kind}, {rows.Count} rows");
        return (await import.ImportAsync(found, kind, rows, asOf, isDryRun, cancellationToken)).Succeeded(out var report, out failure)
            ? Shown(report, isDryRun)
            : Problems.From(failure);
    }

    private static Ok<object> Shown(ResultReport report, bool isDryRun) => TypedResults.Ok<object>(new
    {
        DryRun = isDryRun,
        report.Rows,
        report.Applied,
        report.Unchanged,
        report.Older,
        report.WithoutResult,
        report.Rejected,
        Errors = report.Errors.Select(Shown),
        Warnings = report.Warnings.Select(Shown),
    });

    private static object Shown(ResultRemark remark) => new
    {
        remark.Row,
        remark.StudentNumber,
        NationalId = remark.MaskedNationalId,
        remark.Failure.Code,
        MessageZh = remark.Failure.Message.Chinese,
        MessageEn = remark.Failure.Message.English,
    };
}
