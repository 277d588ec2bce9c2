using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PhotoFunctions.Functions.Tests.Exports;

namespace PhotoFunctions.Functions.Tests.Api.Exports;

public sealed class UnitFormApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_the_form_of_one_case_in_the_cohorts_columns()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("EXF1", ("S1", "张三", TestIds.First, "TP1"));
        var id = await AskAsync(admin, "EXF1", "S1", "图像不是本人");

        using var response = await SendAsync(admin, $"/api/cohorts/EXF1/students/S1/requests/{id}/form?format=csv");

        Assert.Equal($"S1-{id}.csv", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(
            [
                ["学号", "姓名", "身份证号", "层次", "专业", "勘误内容", "联系人", "联系电话"],
                ["S1", "张三", TestIds.First, "", "", "图像不是本人", "", ""],
            ],
            Read(await response.Content.ReadAsByteArrayAsync(Token)));
    }

    [Fact]
    public async Task Gives_a_file_for_each_open_case_and_none_of_everyone()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync(
            "EXF2", ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP2"), ("S3", "王五", TestIds.Number(1), "TP1"));
        var first = await AskAsync(admin, "EXF2", "S1", "图像不是本人");
        var second = await AskAsync(admin, "EXF2", "S2", "没有图像");
        var sent = await AskAsync(admin, "EXF2", "S3", "图像不是本人");
        (await admin.PostAsJsonAsync($"/api/cohorts/EXF2/students/S3/requests/{sent}", new { status = "sent", by = "王老师" }, Token))
            .EnsureSuccessStatusCode();

        using var all = await SendAsync(admin, "/api/cohorts/EXF2/exports/forms?kind=erratum&format=csv");
        using var one = await SendAsync(admin, "/api/cohorts/EXF2/exports/forms?kind=erratum&teachingPoint=TP1&status=sent");

        using var zip = new ZipArchive(new MemoryStream(await all.Content.ReadAsByteArrayAsync(Token)), ZipArchiveMode.Read);
        Assert.Equal([$"S1-{first}.csv", $"S2-{second}.csv"], zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal(2, Read(Content(entry)).Count));
        using var other = new ZipArchive(new MemoryStream(await one.Content.ReadAsByteArrayAsync(Token)), ZipArchiveMode.Read);
        Assert.Equal($"S3-{sent}.xlsx", Assert.Single(other.Entries).FullName);
    }

    [Fact]
    public async Task Knows_no_form_of_a_case_that_there_is_not()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("EXF3", ("S1", "张三", TestIds.First, "TP1"));

        using var response = await SendAsync(admin, "/api/cohorts/EXF3/students/S1/requests/0000000000000000001/form");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("request-unknown", (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString());
    }

    private static async Task<string> AskAsync(HttpClient admin, string cohort, string student, string description) =>
        (await FunctionApp.ReadAsync(await admin.PostAsJsonAsync(
            $"/api/cohorts/{cohort}/students/{student}/requests",
            new { kind = "erratum", reason = "notThePerson", description, by = "王老师" },
            Token))).GetProperty("id").GetString()!;

    private static Task<HttpResponseMessage> SendAsync(HttpClient admin, string address) =>
        admin.PostAsJsonAsync(address, new { reason = "提交采集单位", by = "王老师" }, Token);

    private static List<string[]> Read(byte[] csv) => CsvReader.Read(Encoding.UTF8.GetString(csv).TrimStart('\uFEFF'));

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
