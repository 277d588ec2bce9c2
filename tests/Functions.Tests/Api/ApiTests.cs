using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MiniExcelLibs;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class ApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer admin-key-of-the-test")]
    [InlineData("Bearer admin-key-of-the-tests2")]
    [InlineData("Basic admin-key-of-the-tests")]
    [InlineData("Bearer ADMIN-KEY-OF-THE-TESTS")]
    public async Task Refuses_any_other_key(string header)
    {
        using var app = new FunctionApp(emulator);
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using var response = await client.GetAsync(new Uri("/api/uploads/unplaced", UriKind.Relative), Token);

        Assert.Equal((HttpStatusCode.Unauthorized, "access-denied"), (response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task Asks_for_the_key_before_it_reads_a_body()
    {
        using var app = new FunctionApp(emulator);
        using var client = app.CreateClient();

        using var response = await client.PutAsync(
            new Uri("/api/cohorts/A12", UriKind.Relative), new StringContent("{not json", Encoding.UTF8, "application/json"), Token);

        Assert.Equal((HttpStatusCode.Unauthorized, "access-denied"), (response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task Pages_through_students_by_opaque_tokens_that_fit_no_other_list()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync(
            "A1", [.. Enumerable.Range(0, 7).Select(i => ($"S{i}", $"学生{i}", TestIds.Number(i), "TP1"))]);
        const string List = "/api/cohorts/A1/teaching-points/TP1/students?top=3";
        var numbers = new List<string>();
        string? continuation = null;
        do
        {
            var page = await FunctionApp.ReadAsync(await admin.GetAsync(new Uri(List + (continuation is null ? "" : $"&continuation={continuation}"), UriKind.Relative), Token));
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("studentNumber").GetString()!));
            var next = page.GetProperty("continuation").GetString();
            continuation = next ?? continuation;
            if (next is null)
            {
                break;
            }

            Assert.DoesNotContain("TP1", next, StringComparison.Ordinal);
        }
        while (true);

        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"S{i}"), numbers);
        foreach (var bad in new[] { continuation + "A", "k1.AAAA", "nonsense", "" })
        {
            Assert.Equal("continuation-invalid", await CodeAsync(await admin.GetAsync(new Uri($"{List}&continuation={bad}", UriKind.Relative), Token)));
        }

        Assert.Equal(
            "continuation-invalid",
            await CodeAsync(await admin.GetAsync(new Uri($"/api/cohorts/A1/teaching-points/TP2/students?top=3&continuation={continuation}", UriKind.Relative), Token)));
    }

    [Theory]
    [InlineData("stage=collection&collection=awaiting", 2)]
    [InlineData("collection=accepted", 0)]
    [InlineData("stage=Proofing", 0)]
    public async Task Filters_students_by_stage_and_status(string filter, int expected)
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync($"A2{expected}{filter.Length}", ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP1"));

        var page = await FunctionApp.ReadAsync(
            await admin.GetAsync(new Uri($"/api/cohorts/A2{expected}{filter.Length}/teaching-points/TP1/students?{filter}", UriKind.Relative), Token));

        Assert.Equal(expected, page.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("GET", "/api/cohorts/none/summary", null, 404, "cohort-unknown")]
    [InlineData("GET", "/api/cohorts/A3/teaching-points/none/students", null, 404, "teaching-point-unknown")]
    [InlineData("GET", "/api/cohorts/A3/students/none", null, 404, "student-number-unknown")]
    [InlineData("GET", "/api/cohorts/A3/teaching-points/TP1/students?stage=nope", null, 400, "request-invalid")]
    [InlineData("GET", "/api/cohorts/A3/teaching-points/TP1/students?stage=1", null, 400, "request-invalid")]
    [InlineData("GET", "/api/cohorts/A3/teaching-points/TP1/students?top=0", null, 400, "request-invalid")]
    [InlineData("GET", "/api/no/such/address", null, 404, "not-found")]
    [InlineData("PUT", "/api/cohorts/a~b", "{\"name\":\"x\",\"collectionOpensOn\":\"2023-04-01\",\"collectionClosesOn\":\"2023-06-30\"}", 400, "code-shape")]
    [InlineData("PUT", "/api/cohorts/A3", "{\"name\":\"x\",\"collectionOpensOn\":\"2023-07-01\",\"collectionClosesOn\":\"2023-06-30\"}", 400, "window-inverted")]
    [InlineData("PUT", "/api/cohorts/A3", "{\"collectionOpensOn\":\"2023-07-01\"}", 400, "value-missing")]
    [InlineData("PUT", "/api/cohorts/A3", "{not json", 400, "request-invalid")]
    [InlineData("PUT", "/api/cohorts/A3", "{\"name\":\"a\\nb\",\"collectionOpensOn\":\"2023-04-01\",\"collectionClosesOn\":\"2023-06-30\"}", 400, "control-character")]
    [InlineData("PUT", "/api/cohorts/A3", "{\"name\":\"x\",\"collectionOpensOn\":\"2023-04-01\",\"collectionClosesOn\":\"2023-06-30\",\"z\":1}", 400, "request-invalid")]
    [InlineData("PUT", "/api/cohorts/A3/photo-rules", "{\"backgroundd\":{}}", 400, "request-invalid")]
    [InlineData("PUT", "/api/cohorts/A3/photo-rules", "{\"background\":null}", 400, "specification-invalid")]
    [InlineData("PUT", "/api/cohorts/A3/photo-rules", "{\"maxBytes\":-1}", 400, "specification-invalid")]
    [InlineData("PUT", "/api/cohorts/A3/photo-rules", "{\"face\":{\"rollDegrees\":{\"reject\":9}}}", 400, "request-invalid")]
    [InlineData("PUT", "/api/cohorts/A3/photo-rules", "{\"background\":{\"colours\":[{\"red\":255}]}}", 400, "request-invalid")]
    [InlineData("PUT", "/api/cohorts/none/photo-rules", "{}", 404, "cohort-unknown")]
    [InlineData("GET", "/api/cohorts/A3/teaching-points/TP1/students?stage=-1", null, 400, "request-invalid")]
    [InlineData("GET", "/api/cohorts/A3/teaching-points/TP1/students?stage=proofing,collection", null, 400, "request-invalid")]
    [InlineData("DELETE", "/api/cohorts/A3/summary", null, 405, "method-not-allowed")]
    [InlineData("PUT", "/api/cohorts/none/teaching-points/TP1", "{\"name\":\"x\"}", 404, "cohort-unknown")]
    public async Task Answers_a_bad_request_with_a_problem_and_its_code(string method, string path, string? body, int status, string code)
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("A3");
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using var response = await admin.SendAsync(request, Token);

        Assert.Equal((status, code), ((int)response.StatusCode, await CodeAsync(response)));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Keeps_a_cohorts_own_rules_for_photos_when_its_window_changes()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("A11");
        const string White = """{"background":{"colours":[{"red":255,"green":255,"blue":255}]},"blueClothesShare":{"review":0.9,"reject":1}}""";
        await FunctionApp.ReadAsync(await admin.PutAsync(
            new Uri("/api/cohorts/A11/photo-rules", UriKind.Relative), new StringContent(White, Encoding.UTF8, "application/json"), Token));
        const string Window = """{"name":"x","collectionOpensOn":"2023-04-01","collectionClosesOn":"2023-07-31"}""";
        await FunctionApp.ReadAsync(await admin.PutAsync(
            new Uri("/api/cohorts/A11", UriKind.Relative), new StringContent(Window, Encoding.UTF8, "application/json"), Token));

        var cohort = await FunctionApp.ReadAsync(await admin.GetAsync(new Uri("/api/cohorts/A11", UriKind.Relative), Token));

        Assert.Equal("2023-07-31", cohort.GetProperty("settings").GetProperty("collectionClosesOn").GetString());
        var rules = cohort.GetProperty("photoRules");
        Assert.Equal(255, Assert.Single(rules.GetProperty("background").GetProperty("colours").EnumerateArray()).GetProperty("green").GetInt32());
        Assert.Equal(0.9, rules.GetProperty("blueClothesShare").GetProperty("review").GetDouble());
        Assert.Equal(2, rules.GetProperty("outputs").GetArrayLength());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("gb18030")]
    [InlineData("xlsx")]
    public async Task Imports_a_roster_in_every_usual_form(string form)
    {
        using var app = new FunctionApp(emulator);
        var cohort = $"A4{form}";
        using var admin = await app.EnrolAsync(cohort);
        string[][] lines =
        [
            ["2027届名单"], ["学号", "姓名", "身份证号", "教学点"], ["S1", "张三", TestIds.First, "TP1"], ["S2", "李四", TestIds.BadChecksum, "TP1"], ["S3", "王五", TestIds.Second, "TP9"],
        ];

        var report = await FunctionApp.ReadAsync(
            await admin.PostAsync(new Uri($"/api/cohorts/{cohort}/roster", UriKind.Relative), new ByteArrayContent(Encode(lines, form)), Token));

        Assert.Equal((3, 1, 2), (report.GetProperty("rows").GetInt32(), report.GetProperty("added").GetInt32(), report.GetProperty("rejected").GetInt32()));
        Assert.Equal(
            [(4, "national-id-checksum"), (5, "teaching-point-unknown")],
            report.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("row").GetInt32(), error.GetProperty("code").GetString()!)));
        var student = await FunctionApp.ReadAsync(await admin.GetAsync(new Uri($"/api/cohorts/{cohort}/students/S1", UriKind.Relative), Token));
        Assert.Equal("张三", student.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Refuses_a_workbook_cell_that_holds_an_id_as_a_number()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("A5");
        using var workbook = new MemoryStream();
        workbook.SaveAs(new[] { new Dictionary<string, object> { ["学号"] = "S1", ["姓名"] = "张三", ["身份证号"] = 440524188001010014m, ["教学点"] = "TP1" } });

        var report = await FunctionApp.ReadAsync(
            await admin.PostAsync(new Uri("/api/cohorts/A5/roster", UriKind.Relative), new ByteArrayContent(workbook.ToArray()), Token));

        Assert.Equal("numeric-id-cell", Assert.Single(report.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("", "roster-unreadable")]
    [InlineData("a,b\n1,2", "heading-missing")]
    [InlineData("PK\u0003\u0004 no workbook", "roster-unreadable")]
    [InlineData("\u0000\u0001\u0002", "heading-missing")]
    [InlineData("学号,姓名,身份证号,教学点\n1,2", "roster-unreadable")]
    public async Task Refuses_a_file_that_is_no_roster(string content, string code)
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("A6");

        using var response = await admin.PostAsync(new Uri("/api/cohorts/A6/roster", UriKind.Relative), new StringContent(content), Token);

        Assert.Equal((HttpStatusCode.BadRequest, code), (response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task Refuses_workbooks_that_claim_more_rows_or_columns_than_they_have()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("A7");
        var cell = "<c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c>";
        foreach (var sheet in new[]
        {
            $"<sheetData><row r=\"1\">{cell}</row><row r=\"2000000000\"></row></sheetData>",
            $"<dimension ref=\"A1:XFD90000\"/><sheetData>{string.Concat(Enumerable.Range(1, 3000).Select(row => $"<row r=\"{row}\"></row>"))}</sheetData>",
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>999</v></c></row></sheetData>",
        })
        {
            using var response = await admin.PostAsync(
                new Uri("/api/cohorts/A7/roster", UriKind.Relative), new ByteArrayContent(Workbooks.Of(sheet)), Token);

            Assert.Contains(await CodeAsync(response), new[] { "roster-too-large", "roster-unreadable", "heading-missing" });
        }
    }

    [Fact]
    public async Task Refuses_a_body_that_is_too_large_before_reading_it()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("A8");
        using var large = new ByteArrayContent(new byte[17 * 1024 * 1024]);
        using var medium = new ByteArrayContent(new byte[11 * 1024 * 1024]);

        Assert.Equal("request-too-large", await CodeAsync(await admin.PutAsync(new Uri("/api/cohorts/A8", UriKind.Relative), large, Token)));
        Assert.Equal("roster-too-large", await CodeAsync(await admin.PostAsync(new Uri("/api/cohorts/A8/roster", UriKind.Relative), medium, Token)));
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString();

    private static byte[] Encode(string[][] lines, string form)
    {
        if (form == "xlsx")
        {
            using var workbook = new MemoryStream();
            workbook.SaveAs(lines.Select(line => Enumerable.Range(0, 4).ToDictionary(i => $"c{i}", i => (object?)line.ElementAtOrDefault(i))), printHeader: false);
            return workbook.ToArray();
        }

        var csv = string.Join("\r\n", lines.Select(line => string.Join(',', line)));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return form switch
        {
            "gb18030" => Encoding.GetEncoding("GB18030").GetBytes(csv),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)],
            _ => Encoding.UTF8.GetBytes(csv),
        };
    }
}
