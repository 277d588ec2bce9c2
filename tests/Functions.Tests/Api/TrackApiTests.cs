using System.Net.Http.Json;
using System.Text.Json;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class TrackApiTests(EmulatorFixture emulator)
{
    private static readonly (string Act, string Body, int Status, string Code)[] Refused =
    [
        ("proofing", """{"event":"correctionMade","by":"王老师"}""", 409, "transition-illegal"),
        ("proofing", """{"event":"pictureConfirmed"}""", 400, "value-missing"),
        ("proofing", """{"event":"photoAccepted","by":"王老师"}""", 400, "request-invalid"),
        ("proofing", """{"by":"王老师"}""", 400, "value-missing"),
        ("proofing/correct", """{"status":"due","by":"王老师"}""", 400, "value-missing"),
        ("proofing/correct", """{"status":"notDue","by":"王老师","reason":"x"}""", 409, "transition-illegal"),
        ("verification", """{"event":"photoRenewed","by":"王老师","reason":"x"}""", 403, "actor-not-allowed"),
        ("verification", """{"event":"identityPassed","by":"王老师"}""", 400, "value-missing"),
        ("verification/correct", """{"status":"done","by":"王老师","reason":"x"}""", 400, "request-invalid"),
        ("person/confirm", """{"sha256":"ab","by":"王老师"}""", 400, "request-invalid"),
        ("requests", """{"kind":"reprint","reason":"pictureMissing","description":"x","by":"王老师"}""", 400, "request-invalid"),
        ("requests/17", """{"status":"sent","by":"王老师"}""", 404, "request-unknown"),
        ("requests/nonsense", """{"status":"sent","by":"王老师"}""", 404, "request-unknown"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Walks_a_student_from_the_accepted_photo_to_the_end()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await AcceptedAsync(app, "K1");
        Assert.Equal(("accepted", "due", "pending", "proofing"), await StandingAsync(admin, "K1"));

        await DoAsync(admin, "K1", "proofing", new { @event = "pictureConfirmed", by = "王老师" });
        await DoAsync(admin, "K1", "verification", new { @event = "identityFailed", by = "李老师", reason = "电话通知" });
        Assert.Equal(("accepted", "confirmed", "failed", "verification"), await StandingAsync(admin, "K1"));
        await DoAsync(admin, "K1", "verification", new { @event = "identityReviewOpened", by = "王老师", reason = "已提交材料" });
        await DoAsync(admin, "K1", "verification/correct", new { status = "filed", by = "李老师", reason = "备案文件已到" });
        Assert.Equal(("accepted", "confirmed", "filed", "complete"), await StandingAsync(admin, "K1"));

        var history = (await StudentAsync(admin, "K1")).GetProperty("history").EnumerateArray().ToList();
        Assert.Equal(
            ["PhotoAccepted", "ProofingFellDue", "PictureConfirmed", "IdentityFailed", "IdentityReviewOpened", "VerificationCorrected"],
            history.Select(line => Text(line, "event")));
        Assert.Equal(
            ["InReview", "Filed", "admin", "李老师", "备案文件已到"],
            new[] { "from", "to", "by", "person", "reason" }.Select(name => Text(history[^1], name)));
    }

    [Fact]
    public async Task Refuses_an_act_that_is_not_possible_and_says_why_in_both_languages()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("K2", ("S1", "张三", TestIds.First, "TP1"));

        foreach (var (act, body, status, code) in Refused)
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var response = await admin.PostAsync(new Uri($"/api/cohorts/K2/students/S1/{act}", UriKind.Relative), content, Token);

            await AssertRefusedAsync((act, status, code), act, response);
        }
    }

    [Fact]
    public async Task Takes_a_teachers_word_about_the_very_photo_until_it_is_unlocked()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await AcceptedAsync(app, "K3");
        var sha256 = Text((await StudentAsync(admin, "K3")).GetProperty("photo"), "sha256");

        var another = new { sha256 = new string('0', 64), by = "王老师" };
        await AssertProblemAsync("photo-changed", await PostAsync(admin, "K3", "person/confirm", another));
        var confirmed = (await DoAsync(admin, "K3", "person/confirm", new { sha256, by = "王老师" })).GetProperty("personConfirmed");
        Assert.Equal(("王老师", sha256), (Text(confirmed, "by"), Text(confirmed, "sha256")));

        await AssertProblemAsync("value-missing", await PostAsync(admin, "K3", "photo/not-this-person", new { sha256, by = "李老师" }));
        var denied = await DoAsync(admin, "K3", "photo/not-this-person", new { sha256, by = "李老师", reason = "照片是同班同学" });
        Assert.Equal(("rejected", JsonValueKind.Null), (Text(denied, "collection"), denied.GetProperty("personConfirmed").ValueKind));

        await app.UploadAsync($"K3/TP1/{TestIds.First}.jpg", SampleFiles.Portrait(2));
        Assert.Equal("accepted", Text(await StudentAsync(admin, "K3"), "collection"));
    }

    [Fact]
    public async Task Unlocks_a_photo_for_an_administrator_with_a_reason_and_refuses_the_same_bytes_then()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await AcceptedAsync(app, "K4");
        var sha256 = Text((await StudentAsync(admin, "K4")).GetProperty("photo"), "sha256");

        var reopened = await DoAsync(admin, "K4", "photo/reopen", new { sha256, by = "李老师", reason = "学生重拍" });
        Assert.Equal("rejected", Text(reopened, "collection"));

        await app.UploadAsync($"K4/TP1/{TestIds.First}.jpg", SampleFiles.Portrait());
        Assert.Equal("rejected", Text(await StudentAsync(admin, "K4"), "collection"));
    }

    [Fact]
    public async Task Keeps_errata_and_reprints_and_lists_them()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("K5", ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP1"));
        await DoAsync(admin, "K5", "proofing", new { @event = "pictureDisputed", by = "王老师", reason = "无图像" });

        var erratum = new { kind = "erratum", reason = "pictureMissing", description = "学信网无图像", by = "王老师" };
        var asked = await DoAsync(admin, "K5", "requests", erratum);
        Assert.Equal(Text(asked, "id"), Text(await DoAsync(admin, "K5", "requests", erratum), "id"));
        await DoAsync(admin, "K5", "requests", new { kind = "reprint", reason = "printDamaged", description = "折痕", by = "王老师" }, "S2");
        Assert.Equal("correcting", Text(await StudentAsync(admin, "K5"), "proofing"));
        await DoAsync(admin, "K5", $"requests/{Text(asked, "id")}", new { status = "sent", by = "李老师" });
        await DoAsync(admin, "K5", $"requests/{Text(asked, "id")}", new { status = "done", by = "李老师" });

        Assert.Equal("due", Text(await StudentAsync(admin, "K5"), "proofing"));
        var own = Assert.Single(await ItemsAsync(admin, "students/S1/requests"));
        Assert.Equal(
            ["S1", "erratum", "pictureMissing", "学信网无图像", "done", "王老师"],
            new[] { "studentNumber", "kind", "reason", "description", "status", "requestedBy" }.Select(name => Text(own, name)));
        Assert.Equal(2, (await ItemsAsync(admin, "teaching-points/TP1/requests")).Count);
        var open = await ItemsAsync(admin, "teaching-points/TP1/requests?kind=reprint&status=open");
        Assert.Equal("S2", Text(Assert.Single(open), "studentNumber"));
        Assert.Empty(await ItemsAsync(admin, "teaching-points/TP2/requests"));
    }

    private static async Task<HttpClient> AcceptedAsync(FunctionApp app, string cohort)
    {
        var admin = await app.EnrolAsync(cohort, ("S1", "张三", TestIds.First, "TP1"));
        await app.UploadAsync($"{cohort}/TP1/{TestIds.First}.jpg", SampleFiles.Portrait());
        return admin;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient admin, string cohort, string act, object body, string number = "S1") =>
        admin.PostAsJsonAsync($"/api/cohorts/{cohort}/students/{number}/{act}", body, Token);

    private static async Task<JsonElement> DoAsync(HttpClient admin, string cohort, string act, object body, string number = "S1") =>
        await FunctionApp.ReadAsync(await PostAsync(admin, cohort, act, body, number));

    private static async Task<JsonElement> StudentAsync(HttpClient admin, string cohort) =>
        await FunctionApp.ReadAsync(await admin.GetAsync(new Uri($"/api/cohorts/{cohort}/students/S1", UriKind.Relative), Token));

    private static async Task<List<JsonElement>> ItemsAsync(HttpClient admin, string address)
    {
        var page = await FunctionApp.ReadAsync(await admin.GetAsync(new Uri($"/api/cohorts/K5/{address}", UriKind.Relative), Token));
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    private static async Task<(string, string, string, string)> StandingAsync(HttpClient admin, string cohort)
    {
        var student = await StudentAsync(admin, cohort);
        return (Text(student, "collection"), Text(student, "proofing"), Text(student, "verification"), Text(student, "stage"));
    }

    private static async Task AssertProblemAsync(string code, HttpResponseMessage response) =>
        await AssertRefusedAsync(("", (int)response.StatusCode, code), "", response);

    private static async Task AssertRefusedAsync((string, int, string) expected, string act, HttpResponseMessage response)
    {
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(expected, (act, (int)response.StatusCode, Text(problem.RootElement, "code")));
        Assert.Matches("^Expected .+ but (received|the|this|could) ", Text(problem.RootElement, "detail"));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}.*。$", Text(problem.RootElement, "messageZh"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
