using System.Globalization;
using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Functions.Imports;

/// <summary>
/// Which column of a file of results holds what. The platforms' downloads name columns by the first letters of their Chinese names
/// (<c>xh</c> 学号, <c>sfzh</c> 身份证号, <c>bz</c> 备注).
/// </summary>
internal sealed class ResultHeadings
{
    private static readonly Dictionary<string, string> Persons = new(StringComparer.OrdinalIgnoreCase)
    {
        ["学号"] = nameof(ResultRow.StudentNumber),
        ["xh"] = nameof(ResultRow.StudentNumber),
        ["studentNumber"] = nameof(ResultRow.StudentNumber),
        ["身份证号"] = nameof(ResultRow.NationalId),
        ["身份证号码"] = nameof(ResultRow.NationalId),
        ["身份证件号码"] = nameof(ResultRow.NationalId),
        ["证件号码"] = nameof(ResultRow.NationalId),
        ["sfzh"] = nameof(ResultRow.NationalId),
        ["zjhm"] = nameof(ResultRow.NationalId),
        ["nationalId"] = nameof(ResultRow.NationalId),
    };

    private static readonly Dictionary<string, string> Approvals = new(Persons, StringComparer.OrdinalIgnoreCase)
    {
        ["审核通过日期"] = nameof(ResultRow.Date),
        ["采集审核日期"] = nameof(ResultRow.Date),
        ["审核日期"] = nameof(ResultRow.Date),
        ["approvedOn"] = nameof(ResultRow.Date),
    };

    private static readonly Dictionary<string, string> Proofing = new(Persons, StringComparer.OrdinalIgnoreCase)
    {
        ["校对结果"] = nameof(ResultRow.Result),
        ["校对状态"] = nameof(ResultRow.Result),
        ["图像校对"] = nameof(ResultRow.Result),
        ["proofing"] = nameof(ResultRow.Result),
        ["校对日期"] = nameof(ResultRow.Date),
        ["校对时间"] = nameof(ResultRow.Date),
        ["resultAt"] = nameof(ResultRow.Date),
    };

    private static readonly Dictionary<string, string> Verification = new(Persons, StringComparer.OrdinalIgnoreCase)
    {
        ["核验结果"] = nameof(ResultRow.Result),
        ["身份核验结果"] = nameof(ResultRow.Result),
        ["身份核验"] = nameof(ResultRow.Result),
        ["核验状态"] = nameof(ResultRow.Result),
        ["比对结果"] = nameof(ResultRow.Result),
        ["人像比对结果"] = nameof(ResultRow.Result),
        ["verification"] = nameof(ResultRow.Result),
        ["bz"] = nameof(ResultRow.Remark),
        ["备注"] = nameof(ResultRow.Remark),
        ["核验日期"] = nameof(ResultRow.Date),
        ["核验时间"] = nameof(ResultRow.Date),
        ["比对日期"] = nameof(ResultRow.Date),
        ["比对时间"] = nameof(ResultRow.Date),
        ["resultAt"] = nameof(ResultRow.Date),
    };

    private readonly SheetColumns _columns;

    private ResultHeadings(SheetColumns columns) => _columns = columns;

    public static SheetFile.FindHeadings<ResultRow> Of(ResultKind kind) => line =>
    {
        var columns = new SheetColumns(line, kind switch
        {
            ResultKind.CaptureApprovals => Approvals,
            ResultKind.Proofing => Proofing,
            _ => Verification,
        });
        var missing = new List<string>();
        if (!columns.Has(nameof(ResultRow.StudentNumber)) && !columns.Has(nameof(ResultRow.NationalId)))
        {
            missing.Add("学号(或身份证号)");
        }

        var saysSomething = kind == ResultKind.CaptureApprovals
            ? columns.Has(nameof(ResultRow.Date))
            : columns.Has(nameof(ResultRow.Result)) || columns.Has(nameof(ResultRow.Remark));
        if (!saysSomething)
        {
            missing.Add(kind switch
            {
                ResultKind.CaptureApprovals => "审核通过日期",
                ResultKind.Proofing => "校对结果",
                _ => "核验结果(或bz)",
            });
        }

        return new(columns.Count, missing, new ResultHeadings(columns).Read);
    };

    private ResultRow Read(int rowNumber, IDictionary<string, object?> line) => new()
    {
        RowNumber = rowNumber,
        StudentNumber = _columns.Text(line, nameof(ResultRow.StudentNumber)),
        NationalId = _columns.Text(line, nameof(ResultRow.NationalId)),
        NationalIdIsNumeric = _columns.IsNumeric(line, nameof(ResultRow.NationalId)),
        Result = _columns.Text(line, nameof(ResultRow.Result)),
        Remark = _columns.Text(line, nameof(ResultRow.Remark)),
        Date = Day(_columns.Cell(line, nameof(ResultRow.Date))),
    };

    // A workbook holds a day as a date, or as the number of days since 1900 where nobody formatted the cell.
    private static string Day(object? cell) => cell switch
    {
        DateTime day => day.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double serial when serial is > 36525 and < 73050 =>
            DateTime.FromOADate(serial).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
