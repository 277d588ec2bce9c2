using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>
/// Stores the good rows of a file of teaching points and reports the bad ones by number. What the file has no column for stays as it is
/// stored; teaching points that the file does not name stay too. Importing the same file again changes nothing.
/// </summary>
/// <param name="cohorts">Where teaching points are kept.</param>
public sealed class TeachingPointImport(ICohortStore cohorts)
{
    private const int MostRows = 2000;

    /// <summary>Imports teaching points. Failure: <c>roster-too-large</c>; faults of rows are in the report.</summary>
    /// <param name="cohort">The cohort, which exists.</param>
    /// <param name="rows">The rows, without headings; at most 2000.</param>
    /// <param name="isDryRun">Whether only to tell what would be done.</param>
    /// <param name="cancellationToken">Ends the import; what was imported stays.</param>
    /// <returns>What was done, or the failure.</returns>
    public async Task<Result<TeachingPointReport>> ImportAsync(
        CohortCode cohort, IReadOnlyList<TeachingPointRow> rows, bool isDryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count > MostRows)
        {
            return RosterFailures.TooLarge($"{MostRows} rows");
        }

        var stored = (await cohorts.ListTeachingPointsAsync(cohort, cancellationToken)).ToDictionary(point => point.Code);
        var errors = new List<RosterRemark>();
        var (added, changed) = (new List<TeachingPoint>(), new List<TeachingPoint>());
        var (unchanged, taken) = (0, new Dictionary<TeachingPointCode, int>());
        foreach (var row in rows)
        {
            if (!Read(cohort, row, stored, taken).Succeeded(out var point, out var failure))
            {
                errors.Add(new RosterRemark(row.RowNumber, failure));
                continue;
            }

            taken.Add(point.Code, row.RowNumber);
            var standing = stored.GetValueOrDefault(point.Code);
            unchanged += point == standing ? 1 : 0;
            (standing is null ? added : point == standing ? [] : changed).Add(point);
        }

        foreach (var point in isDryRun ? [] : added.Concat(changed))
        {
            await cohorts.SaveAsync(point, cancellationToken);
        }

        return new TeachingPointReport
        {
            IsDryRun = isDryRun,
            Rows = rows.Count,
            Added = added.Count,
            Updated = changed.Count,
            Unchanged = unchanged,
            Errors = errors,
        };
    }

    // Of two rows with one code the first is imported: which of them is right, the file does not say.
    private static Result<TeachingPoint> Read(
        CohortCode cohort,
        TeachingPointRow row,
        Dictionary<TeachingPointCode, TeachingPoint> stored,
        Dictionary<TeachingPointCode, int> taken)
    {
        if (Formula(row) is { } formula)
        {
            return formula;
        }

        if (!TeachingPointCode.Parse(row.Code.Trim()).Succeeded(out var code, out var failure))
        {
            return failure;
        }

        if (taken.TryGetValue(code, out var first))
        {
            return CohortFailures.TeachingPointTwice(first);
        }

        var standing = stored.GetValueOrDefault(code);
        var reached = standing?.Reached ?? new ContactDetails();
        return TeachingPoint.Create(
            cohort,
            code,
            row.Name ?? standing?.Name,
            ContactDetails.Create(
                row.Contact ?? reached.Contact, row.Mail ?? reached.Mail, row.Phone ?? reached.Phone, row.Address ?? reached.Address));
    }

    private static Failure? Formula(TeachingPointRow row) =>
        new (string? Cell, string Chinese, string English)[]
        {
            (row.Code, "代码", "code"), (row.Name, "名称", "name"), (row.Contact, "联系人", "contact"), (row.Mail, "邮箱", "mail address"),
            (row.Phone, "电话", "phone number"), (row.Address, "地址", "postal address"),
        }
        .Where(cell => cell.Cell?.TrimStart().StartsWith(RosterRow.FormulaSign, StringComparison.Ordinal) == true)
        .Select(cell => RosterFailures.FormulaCell(cell.Chinese, cell.English))
        .FirstOrDefault();
}
