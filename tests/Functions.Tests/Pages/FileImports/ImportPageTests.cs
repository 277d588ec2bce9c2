using System.Net;
using System.Text;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Pages.College.FileImports;

namespace PhotoFunctions.Functions.Tests.Pages.FileImports;

/// <summary>Imports through the pages: a look ahead, then the same bytes.</summary>
public sealed class ImportPageTests(EmulatorFixture emulator)
{
    private const string Headings = "学号,姓名,身份证号,教学点\n";

    private static readonly string Roster = $"{Headings}S1,张三,{TestIds.First},TP1\nS2,李四,{TestIds.BadChecksum},TP1\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_what_a_file_would_do_and_its_bad_rows_and_stores_nothing()
    {
        using var import = await ImportCase.CreateAsync(emulator, "PGI1");

        var preview = await import.PostAsync("roster", Roster);

        Assert.Equal(200, preview.Status);
        Assert.Contains("还没有写入任何内容", preview.Text, StringComparison.Ordinal);
        Assert.Contains("导入其余1行（跳过1行）", preview.Text, StringComparison.Ordinal);
        Assert.Contains("身份证号校验位不正确", preview.Text, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\" class=\"number\">3</th>", preview.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await import.StatusOfAsync("S1"));
        Assert.Single(await import.AuditAsync(AuditAction.RosterImported));
    }

    [Fact]
    public async Task Writes_the_good_rows_of_the_file_that_was_previewed_and_tells_the_audit_trail()
    {
        using var import = await ImportCase.CreateAsync(emulator, "PGI2");

        var written = await import.WriteAsync("roster", Roster);

        Assert.Equal(200, written.Status);
        Assert.Contains("已写入1行", written.Text, StringComparison.Ordinal);
        Assert.Empty(written.Sha256);
        Assert.Equal(HttpStatusCode.OK, await import.StatusOfAsync("S1"));
        Assert.Equal(HttpStatusCode.NotFound, await import.StatusOfAsync("S2"));
        Assert.Equal(["0 rows", "2 rows"], (await import.AuditAsync(AuditAction.RosterImported)).Select(entry => entry.Details).Order());
    }

    [Fact]
    public async Task Writes_nothing_else_than_what_was_previewed()
    {
        using var import = await ImportCase.CreateAsync(emulator, "PGI3");
        var preview = await import.PostAsync("roster", Roster);

        var longer = $"{Roster}S3,王五,{TestIds.Second},TP1\n";
        var changed = await import.PostAsync("roster", longer, ("write", "yes"), ("sha256", preview.Sha256));
        var unseen = await import.PostAsync("roster", Roster, ("write", "yes"));
        var twice = await import.PostAsync("roster", Roster, ("write", "yes"), ("sha256", preview.Sha256), ("sha256", preview.Sha256));

        Assert.All([changed, unseen, twice], answer =>
        {
            Assert.Equal(409, answer.Status);
            Assert.Contains("file-changed", answer.Html, StringComparison.Ordinal);
            Assert.Empty(answer.Sha256);
        });
        Assert.Equal(HttpStatusCode.NotFound, await import.StatusOfAsync("S1"));
        Assert.Single(await import.AuditAsync(AuditAction.RosterImported));
    }

    [Fact]
    public async Task Takes_every_column_that_it_names_for_every_kind_of_file()
    {
        using var import = await ImportCase.CreateAsync(emulator, "PGI4", ("S1", "张三", TestIds.First, "TP1"));
        foreach (var kind in ImportKinds.All)
        {
            var page = await ImportCase.ReadAsync(await import.Admin.GetAsync(import.Address(kind.Address), Token));
            Assert.Equal(200, page.Status);
            foreach (var column in kind.Columns)
            {
                Assert.Contains($">{column.Heading}<", page.Html, StringComparison.Ordinal);
                foreach (var other in column.Others.Split(", "))
                {
                    // A heading that is known and stands there twice: of rosters and teaching points the reader says so.
                    var line = string.Join(',', kind.Columns.Select(one => one == column ? other : one.Heading));
                    var renamed = await import.PostAsync(kind.Address, $"{line}\n{string.Join(',', kind.Columns.Select(_ => ""))}\n");
                    Assert.True(renamed.Status == 200, $"{kind.Address}: {other}: {renamed.Text}");
                }
            }

            var missing = await import.PostAsync(kind.Address, "无关,列\n1,2\n");
            Assert.Equal(400, missing.Status);
            Assert.Contains(kind.Columns.First(column => column.IsRequired).Heading, missing.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Writes_results_for_the_day_that_was_chosen()
    {
        using var import = await ImportCase.CreateAsync(emulator, "PGI5", ("S1", "张三", TestIds.First, "TP1"));

        var future = await import.PostAsync("verification", "学号,核验结果\nS1,通过\n", ("asOf", "2999-01-01"));
        var written = await import.WriteAsync("verification", "学号,核验结果\nS1,通过\nS9,通过\n", ("asOf", "2024-06-10"));

        Assert.Equal(400, future.Status);
        Assert.Contains("value=\"2999-01-01\"", future.Html, StringComparison.Ordinal);
        Assert.Equal(200, written.Status);
        Assert.Contains("student-number-unknown", written.Html, StringComparison.Ordinal);
        var address = new Uri("/api/cohorts/PGI5/students/S1", UriKind.Relative);
        var student = await FunctionApp.ReadAsync(await import.Admin.GetAsync(address, Token));
        Assert.Equal("passed", student.GetProperty("verification").GetString());
        Assert.Equal("Verification, 2 rows", Assert.Single(await import.AuditAsync(AuditAction.ResultsImported)).Details);
    }

    [Fact]
    public async Task Reads_what_excel_saves_in_china()
    {
        using var import = await ImportCase.CreateAsync(emulator, "PGI6");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var content = Encoding.GetEncoding("GB18030").GetBytes($"{Headings}S1,张三,{TestIds.First},TP1\n");

        var preview = await import.PostAsync("roster", content, "名单.CSV");

        Assert.Equal(200, preview.Status);
        Assert.Contains("写入1行", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_stands_in_cells_and_names_as_text()
    {
        using var import = await ImportCase.CreateAsync(emulator, "PGI7");
        const string Attack = "<img src=x onerror=alert(1)>";

        var byName = await import.PostAsync("proofing", Encoding.UTF8.GetBytes($"学号,校对结果\n{Attack},正确\n"), $"{Attack}.csv");
        var byDay = await import.PostAsync("proofing", "学号,校对结果\nS1,正确\n", ("asOf", "\"><script>alert(1)</script>"));

        Assert.Contains(Attack, byName.Text + WebUtility.HtmlDecode(byName.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", byName.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", byDay.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_first_two_hundred_bad_rows_in_english_too()
    {
        using var import = await ImportCase.CreateAsync(emulator, "PGI8");
        using var request = new HttpRequestMessage(HttpMethod.Post, import.Address("roster"));
        request.Headers.Add("Cookie", "language=en");
        var rows = string.Concat(Enumerable.Range(1, 205).Select(i => $"S{i},张三,{TestIds.BadChecksum},TP1\n"));
        request.Content = ImportCase.Form(Encoding.UTF8.GetBytes(Headings + rows), "roster.csv");

        using var response = await import.Admin.SendAsync(request, Token);
        var answer = await ImportCase.ReadAsync(response);

        Assert.Contains("The first 200 of 205", answer.Text, StringComparison.Ordinal);
        Assert.Contains("No row can be imported", answer.Text, StringComparison.Ordinal);
        Assert.Equal(200, answer.Html.Split("<code>").Length - 1);
    }
}
