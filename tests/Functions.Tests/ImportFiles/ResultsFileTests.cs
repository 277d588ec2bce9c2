using System.Text;
using MiniExcelLibs;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Imports;

namespace PhotoFunctions.Functions.Tests.ImportFiles;

public sealed class ResultsFileTests
{
    private static readonly string[][] Lines =
    [
        ["2024届在校生名单", "", "", ""],
        ["XH", "XM", "SFZH", "BZ"],
        ["S1", "张三", TestIds.First, "人像比对未通过"],
        ["", "", "", ""],
        ["S2", "李四", TestIds.Second, ""],
    ];

    static ResultsFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("gb18030")]
    [InlineData("xlsx")]
    public void Reads_the_platforms_own_download_in_every_usual_form(string form)
    {
        var rows = Read(ResultKind.Verification, Encode(form)).Value!;

        Assert.Equal([3, 5], rows.Select(row => row.RowNumber));
        Assert.Equal(("S1", TestIds.First, "", "人像比对未通过"), (rows[0].StudentNumber, rows[0].NationalId, rows[0].Result, rows[0].Remark));
        Assert.False(rows[0].NationalIdIsNumeric);
    }

    [Theory]
    [InlineData(ResultKind.CaptureApprovals, "学号,审核通过日期")]
    [InlineData(ResultKind.CaptureApprovals, "身份证号,approvedOn")]
    [InlineData(ResultKind.Proofing, "studentNumber,proofing")]
    [InlineData(ResultKind.Proofing, "证件号码,校对结果")]
    [InlineData(ResultKind.Verification, "学号,核验结果")]
    [InlineData(ResultKind.Verification, "备注,学号")]
    public void Knows_the_headings_of_each_kind(ResultKind kind, string headings) =>
        Assert.Equal(2, Assert.Single(Read(kind, Encoding.UTF8.GetBytes($"{headings}\na,b\n")).Value!).RowNumber);

    [Theory]
    [InlineData(ResultKind.CaptureApprovals, "学号,核验结果")]
    [InlineData(ResultKind.Proofing, "学号,核验结果")]
    [InlineData(ResultKind.Proofing, "学号,备注")]
    [InlineData(ResultKind.Verification, "姓名,核验结果")]
    [InlineData(ResultKind.Verification, "学号,校对结果")]
    public void Refuses_a_file_of_another_kind(ResultKind kind, string headings) =>
        Assert.Equal(FailureCodes.HeadingMissing, Read(kind, Encoding.UTF8.GetBytes($"{headings}\na,b\n")).Failure?.Code);

    [Fact]
    public void Prefers_a_column_of_results_to_remarks_and_reads_both()
    {
        var row = Assert.Single(Read(ResultKind.Verification, "bz,学号,核验结果,核验日期\n休学,S1,通过,2023-05-04\n"u8.ToArray()).Value!);

        Assert.Equal(("通过", "休学", "2023-05-04"), (row.Result, row.Remark, row.Date));
    }

    [Fact]
    public void Reads_days_that_a_workbook_holds_as_dates_as_numbers_or_as_text()
    {
        using var workbook = new MemoryStream();
        workbook.SaveAs(new[]
        {
            new Dictionary<string, object> { ["学号"] = "S1", ["审核通过日期"] = new DateTime(2023, 5, 4) },
            new Dictionary<string, object> { ["学号"] = "S2", ["审核通过日期"] = 45050 },
            new Dictionary<string, object> { ["学号"] = 3, ["审核通过日期"] = "2023-05-04" },
        });

        var rows = Read(ResultKind.CaptureApprovals, workbook.ToArray()).Value!;

        var now = new DateTimeOffset(2023, 6, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(["S1", "S2", "3"], rows.Select(row => row.StudentNumber));
        Assert.All(rows, row => Assert.Equal(
            new DateTimeOffset(2023, 5, 4, 0, 0, 0, TimeSpan.FromHours(8)), ResultDate.Parse(row.Date, now).Value));
    }

    [Fact]
    public void Sees_an_id_that_a_workbook_holds_as_a_number()
    {
        using var workbook = new MemoryStream();
        workbook.SaveAs(new[] { new Dictionary<string, object> { ["身份证号"] = 440524188001010014m, ["核验结果"] = "通过" } });

        Assert.True(Assert.Single(Read(ResultKind.Verification, workbook.ToArray()).Value!).NationalIdIsNumeric);
    }

    private static Result<IReadOnlyList<ResultRow>> Read(ResultKind kind, byte[] content) => ResultsFile.Read(kind, content, default);

    private static byte[] Encode(string form)
    {
        if (form == "xlsx")
        {
            using var workbook = new MemoryStream();
            var lines = Lines.Select(line => line.Index().ToDictionary(cell => $"c{cell.Index}", cell => (object)cell.Item));
            workbook.SaveAs(lines, printHeader: false);
            return workbook.ToArray();
        }

        var csv = string.Join('\n', Lines.Select(line => string.Join(',', line)));
        return form switch
        {
            "gb18030" => Encoding.GetEncoding("GB18030").GetBytes(csv),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)],
            _ => Encoding.UTF8.GetBytes(csv),
        };
    }
}
