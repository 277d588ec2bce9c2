using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class CohortApiTests(EmulatorFixture emulator)
{
    private const string Least = """{"name":"2027届","collectionOpensOn":"2026-04-01","collectionClosesOn":"2026-06-30"}""";

    private const string Full =
        """
        {"name":"2027届","collectionOpensOn":"2026-04-01","collectionClosesOn":"2026-06-30",
        "windows":[{"level":"专升本","teachingPoint":null,"opensOn":"2026-05-01","closesOn":"2026-05-31"},
        {"level":null,"teachingPoint":"TP1","opensOn":"2026-05-01","closesOn":"2026-07-31"}],
        "graceDays":5,"photoFileName":"{studentNumber}.jpg",
        "proofing":{"startsFrom":"captureApproval","minWait":5,"maxWait":20,"waitUnit":"days","classTeacherMayProof":true},
        "reminderDaysBefore":[10,2],
        "forms":{"erratum":[{"heading":"姓名","field":"name"}],"reprint":[{"heading":"备注","field":"blank"}]},
        "units":[{"name":"新华社","contact":"李","mail":"li@mail.example","phone":"010","address":"北京"}],
        "administratorMail":"office@college.example","language":"en","retentionDays":400}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_settings_in_the_form_in_which_it_takes_them()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("C1");

        await FunctionApp.ReadAsync(await PutAsync(admin, "C1", Full));
        var shown = await FunctionApp.ReadAsync(await admin.GetAsync(Address("C1"), Token));

        var settings = shown.GetProperty("settings").GetRawText();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Full), JsonNode.Parse(settings)), settings);
        await FunctionApp.ReadAsync(await PutAsync(admin, "C1", settings));
        Assert.Equal(shown.GetRawText(), (await FunctionApp.ReadAsync(await admin.GetAsync(Address("C1"), Token))).GetRawText());
    }

    [Fact]
    public async Task Takes_for_what_is_left_out_what_is_shipped()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("C2");
        await FunctionApp.ReadAsync(await PutAsync(admin, "C2", Full));

        var settings = (await FunctionApp.ReadAsync(await PutAsync(admin, "C2", Least))).GetProperty("settings");

        Assert.Equal(0, settings.GetProperty("windows").GetArrayLength());
        Assert.Equal("workingDays", settings.GetProperty("proofing").GetProperty("waitUnit").GetString());
        Assert.Equal("zh-CN", settings.GetProperty("language").GetString());
        Assert.Equal(JsonValueKind.Null, settings.GetProperty("retentionDays").ValueKind);
    }

    [Fact]
    public async Task Lets_no_administrator_overwrite_what_another_one_saved_meanwhile()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("C3");
        using var read = await admin.GetAsync(Address("C3"), Token);
        var seen = read.Headers.ETag!.ToString();
        using var first = await PutAsync(admin, "C3", Least, seen);
        using var second = await PutAsync(admin, "C3", Full, seen);
        using var rules = await PutAsync(admin, "C3/photo-rules", "{}", seen);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotEqual(seen, first.Headers.ETag!.ToString());
        foreach (var late in new[] { second, rules })
        {
            Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
            Assert.Equal("settings-changed", Text(await late.Content.ReadFromJsonAsync<JsonElement>(Token), "code"));
        }

        var settings = (await FunctionApp.ReadAsync(await admin.GetAsync(Address("C3"), Token))).GetProperty("settings");
        Assert.Equal("2027届", settings.GetProperty("name").GetString());
        Assert.Equal(0, settings.GetProperty("windows").GetArrayLength());
    }

    [Theory]
    [InlineData("*", 200)]
    [InlineData("\"7\", \"1\"", 200)]
    [InlineData("\"2\"", 412)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("1", 412)]
    public async Task Reads_every_form_of_the_condition(string condition, int status)
    {
        using var app = new FunctionApp(emulator);
        var cohort = $"C4{status}{condition.Length}";
        using var admin = await app.EnrolAsync(cohort);

        using var response = await PutAsync(admin, cohort, Least, condition);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Makes_no_cohort_under_a_condition()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("C5");

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(admin, "C5new", Least, "*")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Address("C5new"), Token)).StatusCode);
    }

    [Fact]
    public async Task Counts_changes_and_nothing_else()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("C6");
        int[] versions =
        [
            await VersionAsync(PutAsync(admin, "C6", Full)),
            await VersionAsync(PutAsync(admin, "C6", Full)),
            await VersionAsync(PutAsync(admin, "C6", Least)),
        ];

        Assert.Equal([2, 2, 3], versions);
    }

    [Fact]
    public async Task Gives_changes_at_the_same_time_one_version_each()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("C7");

        var versions = await Task.WhenAll(Enumerable.Range(1, 5).Select(day =>
            VersionAsync(PutAsync(admin, "C7", Least.Replace("06-30", $"07-0{day}", StringComparison.Ordinal)))));

        Assert.Equal([2, 3, 4, 5, 6], versions.Order());
    }

    [Theory]
    [InlineData(
        "\"windows\":[{\"teachingPoint\":\"TP9\",\"opensOn\":\"2026-05-01\",\"closesOn\":\"2026-05-31\"}]", 404, "teaching-point-unknown")]
    [InlineData("\"windows\":[{\"teachingPoint\":\"TP 1\",\"opensOn\":\"2026-05-01\",\"closesOn\":\"2026-05-31\"}]", 400, "code-shape")]
    [InlineData("\"windows\":[{\"level\":\"专升本\",\"opensOn\":\"2026-05-01\"}]", 400, "value-missing")]
    [InlineData("\"windows\":[null]", 400, "request-invalid")]
    [InlineData("\"graceDays\":-1", 400, "setting-invalid")]
    [InlineData("\"photoFileName\":\"photo.jpg\"", 400, "setting-invalid")]
    [InlineData("\"units\":[{\"name\":\"x\",\"mail\":\"x\"}]", 400, "mail-shape")]
    [InlineData("\"units\":[{\"mail\":\"x@mail.example\"}]", 400, "value-missing")]
    [InlineData("\"language\":\"fr\"", 400, "request-invalid")]
    [InlineData("\"forms\":{\"erratum\":[]}", 400, "setting-invalid")]
    [InlineData("\"proofing\":{\"minWait\":99}", 400, "setting-invalid")]
    [InlineData("\"reminderDaysBefore\":[1,1]", 400, "setting-invalid")]
    public async Task Refuses_wrong_settings_by_code(string setting, int status, string code)
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("C8");

        using var response = await PutAsync(admin, "C8", Least[..^1] + "," + setting + "}");

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal((status, code), ((int)response.StatusCode, Text(problem, "code")));
        Assert.Equal(1, (await FunctionApp.ReadAsync(await admin.GetAsync(Address("C8"), Token))).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Lists_cohorts_and_teaching_points()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("C9");
        const string Point =
            """{"name":"南昌教学点","contact":"王老师","mail":"wang@mail.example","phone":"0791","address":"学府大道999号"}""";
        await FunctionApp.ReadAsync(await PutAsync(admin, "C9/teaching-points/TP1", Point));

        var cohorts = await FunctionApp.ReadAsync(await admin.GetAsync(new Uri("/api/cohorts", UriKind.Relative), Token));
        var points = await FunctionApp.ReadAsync(await admin.GetAsync(Address("C9/teaching-points"), Token));
        var point = await FunctionApp.ReadAsync(await admin.GetAsync(Address("C9/teaching-points/TP1"), Token));

        Assert.Contains(cohorts.GetProperty("items").EnumerateArray(), cohort => cohort.GetProperty("cohort").GetString() == "C9");
        Assert.Equal(["TP1", "TP2"], points.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()));
        Assert.Equal(points.GetProperty("items")[0].GetRawText(), point.GetRawText());
        Assert.Equal(
            ("南昌教学点", "王老师", "wang@mail.example", "0791", "学府大道999号"),
            (Text(point, "name"), Text(point, "contact"), Text(point, "mail"), Text(point, "phone"), Text(point, "address")));
        using var bad = await PutAsync(admin, "C9/teaching-points/TP1", """{"name":"x","mail":"x"}""");
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static Uri Address(string path) => new($"/api/cohorts/{path}", UriKind.Relative);

    private static async Task<int> VersionAsync(Task<HttpResponseMessage> put) =>
        (await FunctionApp.ReadAsync(await put)).GetProperty("version").GetInt32();

    private static async Task<HttpResponseMessage> PutAsync(HttpClient admin, string path, string body, string? condition = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Address(path))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (condition is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", condition);
        }

        return await admin.SendAsync(request, Token);
    }
}
