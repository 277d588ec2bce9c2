using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Imports;

/// <summary>Reads a roster from a csv or xlsx file; the headings may be Chinese or English.</summary>
internal static class RosterFile
{
    /// <summary>Failures: <c>roster-unreadable</c>, <c>roster-too-large</c>, <c>heading-missing</c>.</summary>
    public static Result<IReadOnlyList<RosterRow>> Read(byte[] content, CancellationToken cancellationToken) =>
        SheetFile.Read(content, RosterHeadings.Find, cancellationToken);
}
