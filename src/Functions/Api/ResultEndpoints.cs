using Microsoft.AspNetCore.Http.HttpResults;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Imports;

namespace PhotoFunctions.Functions.Api;

/// <summary>Files of results. What a file is about stands in the address: a heading like 备注 means another thing in every file.</summary>
internal static class ResultEndpoints
{
    private const string Results = "/cohorts/{cohort}/results";

    public static void MapResults(this IEndpointRouteBuilder api)
    {
        Map("capture-approvals", ResultKind.CaptureApprovals, "Imports the capture unit's approvals.");
        Map("proofing", ResultKind.Proofing, "Imports what students answered about their picture.");
        Map("verification", ResultKind.Verification, "Imports the authority's verdicts.");

        void Map(string address, ResultKind kind, string summary) => api.MapPost(
            $"{Results}/{address}",
            (string cohort,
                string? asOf,
                string? dryRun,
                HttpRequest request,
                Place place,
                SheetImports imports,
                CancellationToken token) => ImportAsync(kind, cohort, asOf, dryRun, request, place, imports, token))
            .ForAdministrators()
            .Audited(AuditAction.ResultsImported)
            .Describe($"import{kind}", summary).TakesSheet()
            .Produces<ResultReportView>()
            .Refuses(FailureCodes.HeadingMissing, FailureCodes.RosterUnreadable, FailureCodes.RosterTooLarge, FailureCodes.ResultDate);
    }

    private static async Task<IResult> ImportAsync(
        ResultKind kind,
        string cohort,
        string? asOf,
        string? dryRun,
        HttpRequest request,
        Place place,
        SheetImports imports,
        CancellationToken cancellationToken)
    {
        if (!(await place.CohortAsync(cohort, cancellationToken)).Succeeded(out var found, out var failure)
            || !ListQuery.Flag("dryRun", dryRun).Succeeded(out var isDryRun, out failure)
            || !(await SheetUpload.ReadAsync(request, cancellationToken)).Succeeded(out var content, out failure)
            || !(await imports.ResultsAsync(kind, found, content, asOf, isDryRun, cancellationToken)).Succeeded(out var report, out failure))
        {
            return Problems.From(failure);
        }

        return Shown(report, isDryRun);
    }

    private static Ok<ResultReportView> Shown(ResultReport report, bool isDryRun) => TypedResults.Ok(new ResultReportView(
        isDryRun,
        report.Rows,
        report.Applied,
        report.Unchanged,
        report.Older,
        report.WithoutResult,
        report.Rejected,
        [.. report.Errors.Select(Shown)],
        [.. report.Warnings.Select(Shown)]));

    private static ResultRemarkView Shown(ResultRemark remark) => new(
        remark.Row,
        remark.StudentNumber,
        remark.MaskedNationalId,
        remark.Failure.Code,
        remark.Failure.Message.Chinese,
        remark.Failure.Message.English);

    internal sealed record ResultReportView(
        bool DryRun,
        int Rows,
        int Applied,
        int Unchanged,
        int Older,
        int WithoutResult,
        int Rejected,
        IReadOnlyList<ResultRemarkView> Errors,
        IReadOnlyList<ResultRemarkView> Warnings);

    internal sealed record ResultRemarkView(
        int Row, string StudentNumber, string NationalId, string Code, string MessageZh, string MessageEn);
}
