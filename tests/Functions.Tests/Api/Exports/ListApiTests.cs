using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Tests.Exports;

namespace PhotoFunctions.Functions.Tests.Api.Exports;

public sealed class ListApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("csv", "text/csv", "EXL1csv-TP1-envelopes.csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "EXL1xlsx-TP1-envelopes.xlsx")]
    public async Task Lists_the_envelopes_of_a_teaching_point_by_class_without_id_numbers(string format, string type, string fileName)
    {
        using var export = await ExportCase.CreateAsync(emulator, $"EXL1{format}");
        await export.SeedAsync("TP1", [("S2", "=1+1", 1), ("S10", "李四", 2)], className: "2班");
        await export.SeedAsync("TP1", [("S3", "王五", 3)], className: "1班");
        await export.SeedAsync("TP2", [("S4", "赵六", 4)]);
        using var teacher = await export.TeacherAsync("TP1");

        using var response = await export.ExportAsync($"envelopes?format={format}", client: teacher);

        response.EnsureSuccessStatusCode();
        var headers = response.Content.Headers;
        Assert.Equal((type, fileName), (headers.ContentType?.MediaType, headers.ContentDisposition?.FileName));
        Assert.Equal(
            [
                ["TP1", "教学点", "", "1班", "S3", "王五", "是"],
                ["TP1", "教学点", "", "2班", "S10", "李四", "是"],
                ["TP1", "教学点", "", "2班", "S2", "'=1+1", "是"],
            ],
            Rows(await response.Content.ReadAsByteArrayAsync(Token), 7));
        Assert.Equal("TP1", Assert.Single(await export.AuditAsync(AuditAction.EnvelopesExported)).TeachingPoint?.Value);
    }

    [Fact]
    public async Task Gives_pages_to_print_in_which_nothing_runs()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EXL2");
        await export.SeedAsync("TP1", [("S1", "<script>alert(1)</script>", 1)], className: "<b>1班");
        await export.SeedAsync("TP1", [("S2", "李四", 2)], className: "2班");

        using var response = await export.ExportAsync("envelopes?format=html");

        var page = await response.Content.ReadAsStringAsync(Token);
        var headers = response.Content.Headers;
        Assert.Equal(("text/html", "inline"), (headers.ContentType?.MediaType, headers.ContentDisposition?.DispositionType));
        Assert.Equal(2, page.Split("<section class=\"envelope\">").Length - 1);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(ExportCase.IdOf(1), page, StringComparison.Ordinal);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains($"content=\"{policy}\"", page, StringComparison.Ordinal);
        var style = page.Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'", policy);
    }

    [Fact]
    public async Task Knows_no_other_teaching_point_than_the_callers()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EXL3");
        await export.SeedAsync("TP2", [("S1", "张三", 1)]);
        using var teacher = await export.TeacherAsync("TP1");

        foreach (var address in new[] { "envelopes", "status" })
        {
            using var foreign = await export.ExportAsync($"{address}?teachingPoint=TP2", client: teacher);
            using var unknown = await export.ExportAsync($"{address}?teachingPoint=TP9", client: teacher);

            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
            Assert.Equal(await WordsAsync(unknown), await WordsAsync(foreign));
        }
    }

    [Theory]
    [InlineData("addresses")]
    [InlineData("forms?kind=erratum")]
    public async Task Gives_no_teaching_point_what_is_for_administrators(string address)
    {
        using var export = await ExportCase.CreateAsync(emulator, $"EXL4{address[0]}");
        using var teacher = await export.TeacherAsync("TP1");

        using var response = await export.ExportAsync(address, client: teacher);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Lists_the_addresses_with_the_number_of_photos()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EXL5");
        await export.SeedAsync("TP2", [("S1", "张三", 1), ("S2", "李四", 2)]);
        (await export.Admin.PutAsJsonAsync(
            "/api/cohorts/EXL5/teaching-points/TP2", new { name = "二点", contact = "李<老师", phone = "+86 791", address = "南昌市2号" }, Token))
            .EnsureSuccessStatusCode();

        using var csv = await export.ExportAsync("addresses?format=csv");
        using var html = await export.ExportAsync("addresses?format=html");

        Assert.Equal(
            [["TP1", "教学点", "", "", "", "0"], ["TP2", "二点", "李<老师", "'+86 791", "南昌市2号", "2"]],
            Rows(await csv.Content.ReadAsByteArrayAsync(Token), 6));
        var page = WebUtility.HtmlDecode(await html.Content.ReadAsStringAsync(Token));
        Assert.Contains("李<老师 收", page, StringComparison.Ordinal);
        Assert.Contains("南昌市2号", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_where_every_student_stands_with_masked_id_numbers()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EXL6");
        await export.SeedAsync("TP1", [("S1", "张三", 1)]);
        await export.SeedAsync("TP2", [("S2", "李四", 2)]);

        using var response = await export.ExportAsync("status");

        var rows = Rows(await response.Content.ReadAsByteArrayAsync(Token), 11);
        Assert.Equal(["S1", "S2"], rows.Select(row => row[0]));
        Assert.Equal(("3600**********" + ExportCase.IdOf(1)[^4..], "审核通过", "2023-04-20 10:00:00"), (rows[0][2], rows[0][9], rows[0][10]));
    }

    [Theory]
    [InlineData("status?format=html")]
    [InlineData("envelopes?format=pdf")]
    public async Task Refuses_a_format_that_there_is_not(string address)
    {
        using var export = await ExportCase.CreateAsync(emulator, $"EXL7{address[0]}");

        using var response = await export.ExportAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("request-invalid", (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString());
    }

    // All but the trace's own number.
    private static async Task<string> WordsAsync(HttpResponseMessage response) =>
        (await response.Content.ReadAsStringAsync(Token)).Split("\"traceId\"")[0];

    private static IReadOnlyList<string[]> Rows(byte[] file, int columns) => file.AsSpan().StartsWith("PK"u8)
        ? SheetReader.Read(file, columns)
        : [.. CsvReader.Read(Encoding.UTF8.GetString(file).TrimStart('\uFEFF')).Skip(1).Select(row => row[..columns])];
}
