using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Imports;

/// <summary>Which column of a roster file holds what.</summary>
internal sealed class RosterHeadings
{
    private static readonly (string Heading, string Field)[] Required =
    [
        ("学号", nameof(RosterRow.StudentNumber)),
        ("姓名", nameof(RosterRow.Name)),
        ("身份证号", nameof(RosterRow.NationalId)),
        ("教学点", nameof(RosterRow.TeachingPoint)),
    ];

    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["学号"] = nameof(RosterRow.StudentNumber),
        ["studentNumber"] = nameof(RosterRow.StudentNumber),
        ["姓名"] = nameof(RosterRow.Name),
        ["name"] = nameof(RosterRow.Name),
        ["身份证号"] = nameof(RosterRow.NationalId),
        ["身份证号码"] = nameof(RosterRow.NationalId),
        ["nationalId"] = nameof(RosterRow.NationalId),
        ["教学点"] = nameof(RosterRow.TeachingPoint),
        ["教学点代码"] = nameof(RosterRow.TeachingPoint),
        ["teachingPoint"] = nameof(RosterRow.TeachingPoint),
        ["层次"] = nameof(RosterRow.Level),
        ["level"] = nameof(RosterRow.Level),
        ["专业"] = nameof(RosterRow.Major),
        ["major"] = nameof(RosterRow.Major),
        ["班级"] = nameof(RosterRow.ClassName),
        ["className"] = nameof(RosterRow.ClassName),
        ["邮箱"] = nameof(RosterRow.Mail),
        ["mail"] = nameof(RosterRow.Mail),
        ["手机"] = nameof(RosterRow.Phone),
        ["手机号"] = nameof(RosterRow.Phone),
        ["phone"] = nameof(RosterRow.Phone),
        ["补采"] = nameof(RosterRow.Recapture),
        ["recapture"] = nameof(RosterRow.Recapture),
    };

    private readonly SheetColumns _columns;

    private RosterHeadings(SheetColumns columns) => _columns = columns;

    public static SheetHeadings<RosterRow> Find(IDictionary<string, object?> line)
    {
        var columns = new SheetColumns(line, Known);
        return new(
            columns.Count,
            [.. Required.Where(column => !columns.Has(column.Field)).Select(column => column.Heading)],
            new RosterHeadings(columns).Read)
        {
            Repeated = columns.Repeated,
        };
    }

    private RosterRow Read(int rowNumber, IDictionary<string, object?> line) => new()
    {
        RowNumber = rowNumber,
        StudentNumber = _columns.Text(line, nameof(RosterRow.StudentNumber)),
        Name = _columns.Text(line, nameof(RosterRow.Name)),
        NationalId = _columns.Text(line, nameof(RosterRow.NationalId)),
        NationalIdIsNumeric = _columns.IsNumeric(line, nameof(RosterRow.NationalId)),
        TeachingPoint = _columns.Text(line, nameof(RosterRow.TeachingPoint)),
        Level = Optional(line, nameof(RosterRow.Level)),
        Major = Optional(line, nameof(RosterRow.Major)),
        ClassName = Optional(line, nameof(RosterRow.ClassName)),
        Mail = Optional(line, nameof(RosterRow.Mail)),
        Phone = Optional(line, nameof(RosterRow.Phone)),
        Recapture = _columns.Text(line, nameof(RosterRow.Recapture)),
    };

    private string? Optional(IDictionary<string, object?> line, string field) => _columns.Has(field) ? _columns.Text(line, field) : null;
}
