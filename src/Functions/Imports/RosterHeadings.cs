using System.Globalization;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Imports;

/// <summary>Which column of a roster file holds what.</summary>
internal sealed class RosterHeadings
{
    public const string Required = "学号, 姓名, 身份证号, 教学点";

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
    };

    private readonly Dictionary<string, string> _columns;

    private RosterHeadings(Dictionary<string, string> columns) => _columns = columns;

    /// <summary>Null when a required heading is not in the line: it may be a title.</summary>
    public static RosterHeadings? Find(IDictionary<string, object?> line)
    {
        var columns = new Dictionary<string, string>();
        foreach (var (column, cell) in line)
        {
            if (cell?.ToString()?.Trim() is { } text && Known.TryGetValue(text, out var field))
            {
                columns.TryAdd(field, column);
            }
        }

        return columns.ContainsKey(nameof(RosterRow.StudentNumber))
            && columns.ContainsKey(nameof(RosterRow.Name))
            && columns.ContainsKey(nameof(RosterRow.NationalId))
            && columns.ContainsKey(nameof(RosterRow.TeachingPoint))
            ? new RosterHeadings(columns)
            : null;
    }

    public RosterRow Read(int rowNumber, IDictionary<string, object?> line) => new()
    {
        RowNumber = rowNumber,
        StudentNumber = Text(line, nameof(RosterRow.StudentNumber)),
        Name = Text(line, nameof(RosterRow.Name)),
        NationalId = Text(line, nameof(RosterRow.NationalId)),
        NationalIdIsNumeric = Cell(line, nameof(RosterRow.NationalId)) is not (null or string),
        TeachingPoint = Text(line, nameof(RosterRow.TeachingPoint)),
        Level = Text(line, nameof(RosterRow.Level)),
        Major = Text(line, nameof(RosterRow.Major)),
        ClassName = Text(line, nameof(RosterRow.ClassName)),
        Mail = Text(line, nameof(RosterRow.Mail)),
        Phone = Text(line, nameof(RosterRow.Phone)),
    };

    private string Text(IDictionary<string, object?> line, string field) =>
        Convert.ToString(Cell(line, field), CultureInfo.InvariantCulture) ?? "";

    private object? Cell(IDictionary<string, object?> line, string field) =>
        _columns.TryGetValue(field, out var column) && line.TryGetValue(column, out var cell) ? cell : null;
}
