using System.Text;
using CsCheck;
using PhotoFunctions.Functions.Exports;

namespace PhotoFunctions.Functions.Tests.Exports;

/// <summary>What is exported is read back with the app's own importer: the same text, and nothing that a program would calculate.</summary>
public sealed class TextTableTests
{
    private static readonly string[] Headings = ["学号", "姓名", "说明"];

    private static readonly Gen<char> Characters = Gen.OneOf(
        Gen.OneOf('=', '+', '-', '@', '＝', '＋', '－', '＠', '−', '\t', '\r', '\n', ' ', '\u3000', '\u200B', '\'', '"', ',', ';', '|', '%'),
        Gen.OneOf('a', '1', '0', '_', 'x', '张', '<', '>', '&', ']', '\0', '\u001b', '\u2028', '\ufffe', '\ud83d', '\ude00'),
        Gen.Char);

    private static readonly Gen<string> Texts = Gen.OneOf(
        Characters.Array[0, 12].Select(string.Concat),
        Gen.OneOf("=cmd|' /C calc'!A0", "＝1+1", " \u3000=1", "\t=1", "\u200B@SUM(1)", "_x0041_", "_x005F_x0041_", "𠮷野家", "😀", "007", "1e5",
            "2023-01-01", "TRUE", "a\"b,c", "+86 791 0000", "11010519491231002X", "]]>", "&lt;", " 前后 "));

    private static readonly Gen<string[][]> Rows = Texts.Array[3].Array[1, 6];

    [Fact]
    public Task Gives_every_text_back_from_a_workbook() => Rows.SampleAsync(
        async rows => Assert.Equal(Expected(rows), Imported(await WriteAsync(XlsxTable.WriteAsync, Expected(rows)))), iter: 300);

    [Fact]
    public Task Gives_every_text_back_from_a_csv_file() => Rows.SampleAsync(
        async rows =>
        {
            var file = await WriteAsync(CsvTable.WriteAsync, Expected(rows));

            Assert.Equal([Headings, .. Expected(rows)], CsvReader.Read(Encoding.UTF8.GetString(file).TrimStart('\uFEFF')));
        },
        iter: 300);

    [Fact]
    public Task Gives_csv_that_the_importer_reads() => Rows.SampleAsync(
        async rows =>
        {
            // Of a cell that begins or ends with a quotation mark the importer's library loses one.
            var plain = rows.Select(row => row.Select(text => text.Replace('"', '”')).ToArray()).ToArray();

            Assert.Equal(Expected(plain), Imported(await WriteAsync(CsvTable.WriteAsync, Expected(plain))));
        },
        iter: 300);

    [Fact]
    public void Leaves_no_cell_that_a_program_would_calculate() => Texts.Sample(text =>
    {
        var cell = CellText.Of(text);

        Assert.DoesNotContain(cell, char.IsControl);
        Assert.Equal(cell, CellText.Of(cell));
        Assert.DoesNotContain(cell.TrimStart().Take(1), "=+-@＝＋－＠−".Contains);
    });

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+8613800000000", "'+8613800000000")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u200B=1", "' =1")]
    [InlineData("\tabc", "' abc")]
    [InlineData("\rabc", "' abc")]
    [InlineData("a=1", "a=1")]
    [InlineData("张三", "张三")]
    [InlineData("a\nb", "a b")]
    [InlineData("", "")]
    public void Puts_an_apostrophe_before_what_begins_like_a_formula(string text, string cell) => Assert.Equal(cell, CellText.Of(text));

    [Fact]
    public async Task Writes_csv_with_a_mark_quotes_and_line_ends_that_programs_agree_on()
    {
        using var file = new MemoryStream();

        await CsvTable.WriteAsync(file, Table([["S1", "张\"三", "a,b"], ["", " b", "c"]]), TestContext.Current.CancellationToken);

        Assert.Equal(
            "\uFEFF学号,姓名,说明\r\nS1,\"张\"\"三\",\"a,b\"\r\n,\" b\",c\r\n", Encoding.UTF8.GetString(file.ToArray()));
    }

    private static TextTable Table(string[][] rows) => TextTable.Of("名单", Headings, rows);

    // Neutral already, so that writing changes nothing more. Rows without any text are none to an importer.
    private static string[][] Expected(string[][] rows) =>
        [.. rows.Select(row => row.Select(CellText.Of).ToArray()).Where(row => !row.All(string.IsNullOrWhiteSpace))];

    private static async Task<byte[]> WriteAsync(Func<Stream, TextTable, CancellationToken, Task> write, string[][] rows)
    {
        using var file = new MemoryStream();
        await write(file, Table(rows), CancellationToken.None);
        return file.ToArray();
    }

    private static IReadOnlyList<string[]> Imported(byte[] file) => SheetReader.Read(file, Headings.Length);
}
