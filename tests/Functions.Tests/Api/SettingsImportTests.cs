using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace PhotoFunctions.Functions.Tests.Api;

/// <summary>Teaching points from a file, and settings tried before they are stored.</summary>
public sealed class SettingsImportTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Imports_teaching_points_after_a_dry_run()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("LSI1");
        const string Csv = "教学点代码,名称,联系人,邮箱,电话,地址\nTP1,一,王,w@tp.example,010,南昌\nTP3,三,,,,\nTP 4,四,,,,\n";

        var dry = await PostAsync(admin, "LSI1/teaching-points?dryRun=true", Csv);
        var before = await FunctionApp.ReadAsync(await admin.GetAsync(Address("LSI1/teaching-points"), Token));
        var real = await PostAsync(admin, "LSI1/teaching-points", Csv);
        var point = await FunctionApp.ReadAsync(await admin.GetAsync(Address("LSI1/teaching-points/TP1"), Token));

        Assert.Equal(2, before.GetProperty("items").GetArrayLength());
        Assert.Equal(dry.GetRawText().Replace("true", "false", StringComparison.Ordinal), real.GetRawText());
        Assert.Equal((3, 1, 1, 1), (Count(real, "rows"), Count(real, "added"), Count(real, "updated"), Count(real, "rejected")));
        var error = Assert.Single(real.GetProperty("errors").EnumerateArray());
        Assert.Equal((4, "code-shape"), (Count(error, "row"), error.GetProperty("code").GetString()));
        Assert.Equal(
            ["TP1", "一", "王", "w@tp.example", "010", "南昌"], point.EnumerateObject().Select(member => member.Value.GetString()));
    }

    [Theory]
    [InlineData("LSI2/teaching-points", "名称,联系人\n一,王\n", "代码")]
    [InlineData("LSI2/roster", "某校名单\n学号,姓名,手机\nS1,张三,1\n", "身份证号, 教学点")]
    [InlineData("LSI2/results/proofing", "学号,核验结果\nS1,通过\n", "校对结果")]
    [InlineData("LSI2/results/verification", "姓名,核验结果\n张三,通过\n", "学号(或身份证号)")]
    public async Task Names_the_headings_that_a_file_lacks_and_no_others(string address, string csv, string missing)
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("LSI2");
        using var content = new StringContent(csv);

        using var response = await admin.PostAsync(Address(address), content, Token);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal("heading-missing", problem.GetProperty("code").GetString());
        Assert.EndsWith($"did not find {missing}.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_which_settings_a_change_would_touch_and_stores_nothing()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("LSI3");
        var before = await FunctionApp.ReadAsync(await admin.GetAsync(Address("LSI3"), Token));
        const string Wanted =
            """
            {"name":"测试届","collectionOpensOn":"2020-01-01","collectionClosesOn":"2099-12-30","proofing":{"minWait":5},"reminderDaysBefore":[3]}
            """;

        using var response = await PutAsync(admin, "LSI3?dryRun=true", Wanted);
        var tried = await FunctionApp.ReadAsync(response);
        var rules = await FunctionApp.ReadAsync(await PutAsync(admin, "LSI3/photo-rules?dryRun=true", """{"maxBytes":3000000}"""));

        Assert.Equal("\"1\"", response.Headers.ETag!.ToString());
        Assert.False(tried.GetProperty("isNew").GetBoolean());
        Assert.Equal(
            ["collectionClosesOn \"2099-12-31\" \"2099-12-30\"", "proofing.minWait 10 5", "reminderDaysBefore [30,14,7,3,1] [3]"],
            Changes(tried).Order(StringComparer.Ordinal));
        Assert.Equal(["maxBytes 20971520 3000000"], Changes(rules));
        Assert.Equal(before.GetRawText(), (await FunctionApp.ReadAsync(await admin.GetAsync(Address("LSI3"), Token))).GetRawText());
    }

    [Fact]
    public async Task Tries_a_new_cohort_with_every_failure_of_the_real_change()
    {
        using var app = new FunctionApp(emulator);
        using var admin = app.CreateAdmin();

        var tried = await FunctionApp.ReadAsync(await PutAsync(
            admin, "LSI4?dryRun=true", """{"name":"新","collectionOpensOn":"2026-04-01","collectionClosesOn":"2026-06-30"}"""));
        using var wrong = await PutAsync(
            admin, "LSI4?dryRun=true", """{"name":"新","collectionOpensOn":"2026-04-01","collectionClosesOn":"2026-03-30"}""");
        using var point = await PutAsync(
            admin,
            "LSI4?dryRun=true",
            """
            {"name":"新","collectionOpensOn":"2026-04-01","collectionClosesOn":"2026-06-30",
            "windows":[{"teachingPoint":"TP9","opensOn":"2026-04-01","closesOn":"2026-06-30"}]}
            """);

        Assert.True(tried.GetProperty("isNew").GetBoolean());
        Assert.Contains(Changes(tried), change => change == "graceDays null 0");
        Assert.Equal(["window-inverted", "teaching-point-unknown"], [await CodeAsync(wrong), await CodeAsync(point)]);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Address("LSI4"), Token)).StatusCode);
        Assert.Equal("cohort-unknown", await CodeAsync(await PutAsync(admin, "LSI4/photo-rules?dryRun=true", "{}")));
    }

    private static IEnumerable<string> Changes(JsonElement tried) =>
        from change in tried.GetProperty("changes").EnumerateArray()
        select $"{change.GetProperty("setting").GetString()} {change.GetProperty("from").GetRawText()} {change.GetProperty("to").GetRawText()}";

    private static int Count(JsonElement report, string name) => report.GetProperty(name).GetInt32();

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString();

    private static Uri Address(string path) => new($"/api/cohorts/{path}", UriKind.Relative);

    private static async Task<JsonElement> PostAsync(HttpClient admin, string path, string csv)
    {
        using var content = new StringContent(csv);
        return await FunctionApp.ReadAsync(await admin.PostAsync(Address(path), content, Token));
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient admin, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await admin.PutAsync(Address(path), content, Token);
    }
}
