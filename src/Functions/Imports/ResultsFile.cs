using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Imports;

/// <summary>Reads results from a csv or xlsx file; the headings may be Chinese, English or the platforms' own.</summary>
internal static class ResultsFile
{
    /// <summary>Failures: <c>roster-unreadable</c>, <c>roster-too-large</c>, <c>heading-missing</c>.</summary>
    public static Result<IReadOnlyList<ResultRow>> Read(ResultKind kind, byte[] content, CancellationToken cancellationToken) =>
        SheetFile.Read(content, ResultHeadings.Of(kind), cancellationToken);
}
