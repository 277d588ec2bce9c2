using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Imports;

namespace PhotoFunctions.Functions.Api;

/// <summary>Reads a file and imports what it holds, or tries to; the audit trail is told what was not a trial.</summary>
internal sealed class SheetImports(RosterImport roster, TeachingPointImport points, ResultImport results, AuditNote note)
{
    /// <summary>Failures: those of <see cref="RosterFile"/> and <see cref="RosterImport"/>.</summary>
    public async Task<Result<RosterReport>> RosterAsync(
        Cohort cohort, byte[] content, bool isDryRun, CancellationToken cancellationToken)
    {
        if (!RosterFile.Read(content, cancellationToken).Succeeded(out var rows, out var failure))
        {
            return failure;
        }

        Tell(isDryRun, $"{rows.Count} rows");
        return await roster.ImportAsync(cohort.Code, rows, isDryRun, cancellationToken);
    }

    /// <summary>Failures: those of <see cref="TeachingPointHeadings"/> and <see cref="TeachingPointImport"/>.</summary>
    public async Task<Result<TeachingPointReport>> TeachingPointsAsync(
        Cohort cohort, byte[] content, bool isDryRun, CancellationToken cancellationToken)
    {
        if (!TeachingPointHeadings.Read(content, cancellationToken).Succeeded(out var rows, out var failure))
        {
            return failure;
        }

        Tell(isDryRun, $"{rows.Count} rows");
        return await points.ImportAsync(cohort.Code, rows, isDryRun, cancellationToken);
    }

    /// <summary>Failures: those of <see cref="ResultsFile"/> and <see cref="ResultImport"/>.</summary>
    public async Task<Result<ResultReport>> ResultsAsync(
        ResultKind kind, Cohort cohort, byte[] content, string? asOf, bool isDryRun, CancellationToken cancellationToken)
    {
        if (!ResultsFile.Read(kind, content, cancellationToken).Succeeded(out var rows, out var failure))
        {
            return failure;
        }

        Tell(isDryRun, $"{kind}, {rows.Count} rows");
        return await results.ImportAsync(cohort, kind, rows, asOf, isDryRun, cancellationToken);
    }

    private void Tell(bool isDryRun, string details) => (note.IsNothing, note.Details) = (isDryRun, details);
}
