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
                ResultImport import,
                AuditNote note,
                CancellationToken token) => ImportAsync(kind, cohort, asOf, dryRun, request, place, import, note, token))
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
