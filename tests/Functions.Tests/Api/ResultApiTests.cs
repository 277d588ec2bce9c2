using System.Net;
using System.Text;
using System.Text.Json;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class ResultApiTests(EmulatorFixture emulator)
{
    private static readonly (string Address, string Csv, int Status, string Code)[] Refused =
    [
        ("RESULTS4/results/verification", "学号,校对结果\nS1,正确\n", 400, "heading-missing"),
        ("RESULTS4/results/verification", "", 400, "roster-unreadable"),
        ("RESULTS4/results/verification?dryRun=yes", "学号,bz\nS1,通过\n", 400, "request-invalid"),
        ("RESULTS4/results/verification?asOf=soon", "学号,bz\nS1,通过\n", 400, "result-date"),
        ("RESULTS4/results/anything", "学号,bz\nS1,通过\n", 404, "not-found"),
        ("none/results/verification", "学号,bz\nS1,通过\n", 404, "cohort-unknown"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Download =>
        $"学号,身份证号,bz\nS1,{TestIds.Number(1)},人像比对未通过\nS2,,核验通过\nS3,,休学\nS9,,通过\nS2,{TestIds.Number(1)},通过\n";

    [Fact]
    public async Task Imports_the_platforms_download_after_a_dry_run()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "RESULTS1");

        var dry = await FunctionApp.ReadAsync(await PostAsync(admin, "RESULTS1/results/verification?dryRun=true", Download));
        Assert.Equal("pending", await StandingAsync(admin, "RESULTS1", "S1", "verification"));
        var report = await FunctionApp.ReadAsync(await PostAsync(admin, "RESULTS1/results/verification", Download));

        foreach (var told in new[] { dry, report })
        {
            Assert.Equal([5, 2, 0, 0, 1, 2], CountsOf(told));
            Assert.Equal(
                [(5, "student-number-unknown", "S9", ""), (6, "result-mismatch", "S2", Masked(TestIds.Number(1)))],
                told.GetProperty("errors").EnumerateArray().Select(error =>
                    (error.GetProperty("row").GetInt32(), Text(error, "code"), Text(error, "studentNumber"), Text(error, "nationalId"))));
        }

        Assert.Equal((true, false), (dry.GetProperty("dryRun").GetBoolean(), report.GetProperty("dryRun").GetBoolean()));
        Assert.Equal("failed", await StandingAsync(admin, "RESULTS1", "S1", "verification"));
        Assert.Equal("passed", await StandingAsync(admin, "RESULTS1", "S2", "verification"));
        var again = await FunctionApp.ReadAsync(await PostAsync(admin, "RESULTS1/results/verification", Download));
        Assert.Equal([5, 0, 2, 0, 1, 2], CountsOf(again));
        Assert.Single((await StudentAsync(admin, "RESULTS1", "S1")).GetProperty("history").EnumerateArray());
    }

    [Fact]
    public async Task Keeps_the_newer_of_two_files_whichever_comes_first()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "RESULTS2");
        await PostAsync(admin, "RESULTS2/results/verification?asOf=2023-06-10", "学号,核验结果\nS1,通过\n");

        var older = await FunctionApp.ReadAsync(
            await PostAsync(admin, "RESULTS2/results/verification?asOf=2023-06-01", "学号,核验结果\nS1,未通过\n"));

        Assert.Equal([1, 0, 0, 1, 0, 0], CountsOf(older));
        Assert.Equal("passed", await StandingAsync(admin, "RESULTS2", "S1", "verification"));
    }

    [Fact]
    public async Task Starts_the_proofing_from_approvals_where_the_cohort_says_so_and_takes_answers()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "RESULTS3");

        await PostAsync(admin, "RESULTS3/results/capture-approvals", "学号,审核通过日期\nS1,2023/5/4\n");
        await PostAsync(admin, "RESULTS3/results/proofing", "学号,校对结果,校对日期\nS2,正确,2023-05-20\nS3,有误,2023-05-20\n");

        var approved = await StudentAsync(admin, "RESULTS3", "S1");
        Assert.Equal(("2023-05-04", "notDue"), (Text(approved, "captureApprovedOn"), Text(approved, "proofing")));
        Assert.Equal("confirmed", await StandingAsync(admin, "RESULTS3", "S2", "proofing"));
        Assert.Equal("disputed", await StandingAsync(admin, "RESULTS3", "S3", "proofing"));
    }

    [Fact]
    public async Task Refuses_a_file_or_an_address_that_it_does_not_understand()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "RESULTS4");

        foreach (var (address, csv, status, code) in Refused)
        {
            using var response = await PostAsync(admin, address, csv);

            using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
            Assert.Equal(
                (address, (HttpStatusCode)status, code), (address, response.StatusCode, problem.RootElement.GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task Logs_nothing_personal()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "RESULTS5");

        await PostAsync(admin, "RESULTS5/results/verification", $"身份证号,bz\n{TestIds.Number(1)},核验异常\n{TestIds.First},金丝雀核验\n");

        var lines = string.Join('\n', app.LogLines);
        Assert.DoesNotContain(TestIds.Number(1), lines, StringComparison.Ordinal);
        Assert.DoesNotContain(TestIds.First, lines, StringComparison.Ordinal);
        Assert.DoesNotContain("金丝雀", lines, StringComparison.Ordinal);
    }

    private static Task<HttpClient> EnrolAsync(FunctionApp app, string cohort) => app.EnrolAsync(
        cohort,
        ("S1", "张三", TestIds.Number(1), "TP1"),
        ("S2", "李四", TestIds.Number(2), "TP1"),
        ("S3", "王五", TestIds.Number(3), "TP2"));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient admin, string address, string csv)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        return await admin.PostAsync(new Uri($"/api/cohorts/{address}", UriKind.Relative), content, Token);
    }

    private static async Task<JsonElement> StudentAsync(HttpClient admin, string cohort, string number) => await FunctionApp.ReadAsync(
        await admin.GetAsync(new Uri($"/api/cohorts/{cohort}/students/{number}", UriKind.Relative), Token));

    private static async Task<string> StandingAsync(HttpClient admin, string cohort, string number, string track) =>
        Text(await StudentAsync(admin, cohort, number), track);

    private static IEnumerable<int> CountsOf(JsonElement report) =>
        new[] { "rows", "applied", "unchanged", "older", "withoutResult", "rejected" }.Select(name => report.GetProperty(name).GetInt32());

    private static string Masked(string id) => id[..4] + new string('*', 10) + id[^4..];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
