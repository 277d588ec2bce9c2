using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class RosterApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_a_dry_run_as_an_import_and_enrols_nobody()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("ROSTER1");
        var csv = $"学号,姓名,身份证号,教学点\nS1,张三,{TestIds.First},TP1\nS2,李四,{TestIds.BadChecksum},TP1\n";

        var dry = await ImportAsync(admin, "ROSTER1", csv, "?dryRun=true");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(new Uri("/api/cohorts/ROSTER1/students/S1", UriKind.Relative), Token)).StatusCode);
        var real = await ImportAsync(admin, "ROSTER1", csv, "?dryRun=false");

        Assert.True(dry.GetProperty("dryRun").GetBoolean());
        Assert.Equal(dry.GetRawText().Replace("true", "false", StringComparison.Ordinal), real.GetRawText());
        Assert.Equal((1, 1), (real.GetProperty("added").GetInt32(), real.GetProperty("rejected").GetInt32()));
    }

    [Fact]
    public async Task Takes_no_other_word_for_a_dry_run()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("ROSTER2");

        using var response = await admin.PostAsync(
            new Uri("/api/cohorts/ROSTER2/roster?dryRun=yes", UriKind.Relative), new StringContent("学号,姓名,身份证号,教学点\n"), Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("request-invalid", (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Refuses_a_form_around_the_file_and_two_columns_for_one_field()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("ROSTER8");
        var csv = $"学号,姓名,身份证号,教学点\nS1,张三,{TestIds.First},TP1\n";
        using var form = new MultipartFormDataContent { { new StringContent(csv), "file", "roster.csv" } };

        Assert.Equal((415, "media-type-unsupported"), await RefusalAsync(form));
        Assert.Equal(
            (400, "heading-repeated"),
            await RefusalAsync(new StringContent($"学号,姓名,身份证号,身份证号码,教学点\nS1,张三,{TestIds.First},{TestIds.Second},TP1\n")));

        async Task<(int, string?)> RefusalAsync(HttpContent content)
        {
            using var response = await admin.PostAsync(new Uri("/api/cohorts/ROSTER8/roster", UriKind.Relative), content, Token);
            return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString());
        }
    }

    [Theory]
    [InlineData("xl/workbook.xml", 9)]
    [InlineData("xl/worksheets/sheet1.xml", 40)]
    public async Task Refuses_a_workbook_that_is_more_than_a_workbook_can_be(string part, int mebibytes)
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync($"ROSTER9-{mebibytes}");
        using var content = new ByteArrayContent(Workbooks.With(part, mebibytes));

        using var response = await admin.PostAsync(new Uri($"/api/cohorts/ROSTER9-{mebibytes}/roster", UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("roster-too-large", (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Takes_students_of_an_earlier_cohort_whose_verification_failed()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("ROSTER4");
        var csv = $"学号,姓名,身份证号,教学点,补采\nS1,张三,{TestIds.First},TP1,是\nS2,李四,{TestIds.Second},TP1,也许\n";

        var report = await ImportAsync(admin, "ROSTER4", csv, "");

        Assert.Equal((1, 1), (report.GetProperty("added").GetInt32(), report.GetProperty("rejected").GetInt32()));
        Assert.Equal("recapture-unclear", report.GetProperty("errors")[0].GetProperty("code").GetString());
        var student = await FunctionApp.ReadAsync(
            await admin.GetAsync(new Uri("/api/cohorts/ROSTER4/students/S1", UriKind.Relative), Token));
        Assert.Equal(
            (true, "failed"), (student.GetProperty("mustRecapture").GetBoolean(), student.GetProperty("verification").GetString()));
        Assert.Equal("RecaptureRequired", Assert.Single(student.GetProperty("history").EnumerateArray()).GetProperty("event").GetString());
        Assert.Equal(1, (await ImportAsync(admin, "ROSTER4", csv, "")).GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task Refuses_a_row_with_a_formula_and_takes_the_others()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("ROSTER3");
        const string Sheet = """
            <sheetData>
            <row r="1"><c r="A1" t="inlineStr"><is><t>学号</t></is></c><c r="B1" t="inlineStr"><is><t>姓名</t></is></c>
            <c r="C1" t="inlineStr"><is><t>身份证号</t></is></c><c r="D1" t="inlineStr"><is><t>教学点</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>S1</t></is></c><c r="B2" t="inlineStr"><is><t>张三</t></is></c>
            <c r="C2" t="str"><f>E2&amp;"X"</f><v>FIRST</v></c><c r="D2" t="inlineStr"><is><t>TP1</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>S2</t></is></c><c r="B3" t="inlineStr"><is><t>李四</t></is></c>
            <c r="C3" t="inlineStr"><is><t>FIRST</t></is></c><c r="D3" t="inlineStr"><is><t>TP1</t></is></c></row>
            </sheetData>
            """;
        var workbook = Workbooks.Of(Sheet.Replace("FIRST", TestIds.First, StringComparison.Ordinal));

        var report = await FunctionApp.ReadAsync(
            await admin.PostAsync(new Uri("/api/cohorts/ROSTER3/roster", UriKind.Relative), new ByteArrayContent(workbook), Token));

        var error = Assert.Single(report.GetProperty("errors").EnumerateArray());
        Assert.Equal((2, "formula-cell"), (error.GetProperty("row").GetInt32(), error.GetProperty("code").GetString()));
        Assert.Equal(1, report.GetProperty("added").GetInt32());
    }

    private static async Task<JsonElement> ImportAsync(HttpClient admin, string cohort, string csv, string query = "")
    {
        using var content = new StringContent(csv);
        return await FunctionApp.ReadAsync(await admin.PostAsync(new Uri($"/api/cohorts/{cohort}/roster{query}", UriKind.Relative), content, Token));
    }
}
