using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Imports;

/// <summary>Which column of a file of teaching points holds what; the headings may be Chinese or English.</summary>
internal sealed class TeachingPointHeadings
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["代码"] = nameof(TeachingPointRow.Code),
        ["教学点代码"] = nameof(TeachingPointRow.Code),
        ["code"] = nameof(TeachingPointRow.Code),
        ["名称"] = nameof(TeachingPointRow.Name),
        ["教学点名称"] = nameof(TeachingPointRow.Name),
        ["name"] = nameof(TeachingPointRow.Name),
        ["联系人"] = nameof(TeachingPointRow.Contact),
        ["contact"] = nameof(TeachingPointRow.Contact),
        ["邮箱"] = nameof(TeachingPointRow.Mail),
        ["mail"] = nameof(TeachingPointRow.Mail),
        ["电话"] = nameof(TeachingPointRow.Phone),
        ["phone"] = nameof(TeachingPointRow.Phone),
        ["地址"] = nameof(TeachingPointRow.Address),
        ["address"] = nameof(TeachingPointRow.Address),
    };

    private readonly SheetColumns _columns;

    private TeachingPointHeadings(SheetColumns columns) => _columns = columns;

    /// <summary>Failures: <c>roster-unreadable</c>, <c>roster-too-large</c>, <c>heading-missing</c>.</summary>
    public static Result<IReadOnlyList<TeachingPointRow>> Read(byte[] content, CancellationToken cancellationToken) =>
        SheetFile.Read(content, Find, cancellationToken);

    private static SheetHeadings<TeachingPointRow> Find(IDictionary<string, object?> line)
    {
        var columns = new SheetColumns(line, Known);
        return new(columns.Count, columns.Has(nameof(TeachingPointRow.Code)) ? [] : ["代码"], new TeachingPointHeadings(columns).Read)
        {
            Repeated = columns.Repeated,
        };
    }

    private TeachingPointRow Read(int rowNumber, IDictionary<string, object?> line) => new()
    {
        RowNumber = rowNumber,
        Code = _columns.Text(line, nameof(TeachingPointRow.Code)),
        Name = Optional(line, nameof(TeachingPointRow.Name)),
        Contact = Optional(line, nameof(TeachingPointRow.Contact)),
        Mail = Optional(line, nameof(TeachingPointRow.Mail)),
        Phone = Optional(line, nameof(TeachingPointRow.Phone)),
        Address = Optional(line, nameof(TeachingPointRow.Address)),
    };

    private string? Optional(IDictionary<string, object?> line, string field) => _columns.Has(field) ? _columns.Text(line, field) : null;
}
