using System.Net;
using System.Net.Http.Json;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Pages.College.Dashboard;

public sealed class DashboardPageTests(EmulatorFixture emulator)
{
    private const string Script = "<script>alert(1)</script>";
    private const string Encoded = "&lt;script&gt;alert(1)&lt;/script&gt;";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_a_cohort_at_a_glance()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "DASH1");
        await app.UploadAsync($"DASH1/TP1/{TestIds.Number(811)}.jpg", SampleFiles.Portrait());
        await app.UploadAsync($"DASH1/TP1/{TestIds.Number(812)}.jpg", "no picture"u8.ToArray());
        await PostTextAsync(admin, "DASH1/results/verification", "学号,核验结果\nDASH1C,异常\n");

        var page = await ReadAsync(admin, "/api/dashboard/DASH1");

        Assert.Contains("/api/dashboard/DASH1/students/DASH1C\"", page, StringComparison.Ordinal);
        Assert.Contains("核验异常", page, StringComparison.Ordinal);
        Assert.Contains("不是图片文件", page, StringComparison.Ordinal);
        Assert.Contains("1 / 3 (33%)", page, StringComparison.Ordinal);
        Assert.Contains("/api/dashboard/DASH1/students?collection=awaiting", page, StringComparison.Ordinal);
        Assert.Contains("/api/dashboard/DASH1/teaching-points/TP2", page, StringComparison.Ordinal);
        Assert.Contains("role=\"img\"", page, StringComparison.Ordinal);
        Assert.Contains("数据截至", page, StringComparison.Ordinal);
        Assert.Contains("没有小时额度限制", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_names_as_text()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "DASH2");
        await PutAsync(admin, "DASH2", new { name = Script, collectionOpensOn = "2020-01-01", collectionClosesOn = "2099-12-31" });
        await PutAsync(admin, "DASH2/teaching-points/TP2", new { name = Script, contact = Script, address = Script });

        foreach (var address in new[] { "/api/dashboard/DASH2", "/api/dashboard/DASH2/teaching-points/TP2", "/api/dashboard/DASH2/mails" })
        {
            var page = await ReadAsync(admin, address);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.Contains(Encoded, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Shows_a_teaching_point_its_own_page_and_no_other_ones()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "DASH3");
        using var teacher = app.CreateBearer(await app.IssueKeyAsync("TP1"));

        var own = await ReadAsync(teacher, "/api/dashboard/DASH3/teaching-points/TP1");
        using var other = await teacher.GetAsync(new Uri("/api/dashboard/DASH3/teaching-points/TP2", UriKind.Relative), Token);
        using var nobodys = await teacher.GetAsync(new Uri("/api/dashboard/DASH3/teaching-points/TP9", UriKind.Relative), Token);
        using var cohort = await teacher.GetAsync(new Uri("/api/dashboard/DASH3", UriKind.Relative), Token);

        Assert.Contains("/api/dashboard/DASH3/students?teachingPoint=TP1&amp;level=%E9%AB%98%E8%B5%B7%E6%9C%AC&amp;className=1%E7%8F%AD", own, StringComparison.Ordinal);
        Assert.Contains("/api/desk/DASH3/TP1", own, StringComparison.Ordinal);
        Assert.DoesNotContain("TP2", own, StringComparison.Ordinal);
        Assert.DoesNotContain("/api/dashboard/DASH3\"", own, StringComparison.Ordinal);
        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Forbidden],
            new[] { other, nobodys, cohort }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task Sends_everybody_where_they_begin()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "DASH4");
        await PutAsync(admin, "DASH4", new { name = "将来届", collectionOpensOn = "2098-01-01", collectionClosesOn = "2098-12-31" });
        using var administrator = await Browser.SignedInAsync(app, FunctionApp.AdminKey);
        using var teacher = await Browser.SignedInAsync(app, await app.IssueKeyAsync("TP1"));

        Assert.Matches("^/api/dashboard/(?!DASH4$)", await GoesToAsync(administrator, "/api/dashboard"));
        Assert.Equal("/api/dashboard/DASH9", await GoesToAsync(administrator, "/api/dashboard?cohort=DASH9"));
        Assert.StartsWith("/api/dashboard/", await GoesToAsync(administrator, "/api/dashboard?cohort=//evil.example"), StringComparison.Ordinal);
        Assert.Equal("/api/desk", await GoesToAsync(teacher, "/api/dashboard"));

        using var missing = await administrator.GetAsync("/api/dashboard/DASH9");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Speaks_English_to_those_who_ask_for_it()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "DASH5");

        foreach (var address in new[] { "/api/dashboard/DASH5", "/api/dashboard/DASH5/teaching-points/TP1", "/api/dashboard/DASH5/mails" })
        {
            var page = await ReadAsync(admin, $"{address}?language=en");
            Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
            Assert.DoesNotMatch("[\u4e00-\u9fff]", WithoutData().Replace(page, ""));
        }
    }

    [Fact]
    public async Task Shows_all_teaching_points_where_they_are_asked_for()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "DASH6");
        for (var i = 10; i < 35; i++)
        {
            await PutAsync(admin, $"DASH6/teaching-points/TP{i}", new { name = $"教学点{i}" });
        }

        // What was read before is shown for half a minute.
        var some = await ReadAsync(admin, "/api/dashboard/DASH6");
        var all = await ReadAsync(admin, "/api/dashboard/DASH6?all=1");

        Assert.Equal((20, 27), (PointLinks().Count(some), PointLinks().Count(all)));
        Assert.Contains("全部27个教学点", some, StringComparison.Ordinal);
        Assert.DoesNotContain("全部27个教学点", all, StringComparison.Ordinal);
    }

    private static System.Text.RegularExpressions.Regex PointLinks() => new("<th scope=\"row\" class=\"name\"><a href=\"/api/dashboard/DASH6/teaching-points/");

    // The switch to Chinese, and what people named in Chinese.
    private static System.Text.RegularExpressions.Regex WithoutData() => new("中文|测试届|教学点|高起本|1班|2班|未填写|<option value=\"[^\"]*\">[^<]*</option>");

    private static async Task<HttpClient> EnrolAsync(FunctionApp app, string cohort)
    {
        var admin = await app.EnrolAsync(cohort);
        await PostTextAsync(
            admin,
            $"{cohort}/roster",
            $"""
            学号,姓名,身份证号,教学点,层次,班级
            {cohort}A,一,{TestIds.Number(811)},TP1,高起本,1班
            {cohort}B,二,{TestIds.Number(812)},TP1,高起本,2班
            {cohort}C,三,{TestIds.Number(813)},TP2,高起本,1班
            """);
        return admin;
    }

    private static async Task PostTextAsync(HttpClient admin, string address, string csv)
    {
        using var content = new StringContent(csv);
        await FunctionApp.ReadAsync(await admin.PostAsync(new Uri($"/api/cohorts/{address}", UriKind.Relative), content, Token));
    }

    private static async Task PutAsync(HttpClient admin, string address, object body) =>
        (await admin.PutAsJsonAsync($"/api/cohorts/{address}", body, Token)).EnsureSuccessStatusCode();

    private static async Task<string> ReadAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Token);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private static async Task<string?> GoesToAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location?.OriginalString;
    }
}
