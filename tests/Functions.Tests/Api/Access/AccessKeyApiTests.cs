using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;

namespace PhotoFunctions.Functions.Tests.Api.Access;

public sealed class AccessKeyApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_a_key_that_opens_its_teaching_point_and_shows_it_once()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AK1", ("S1", "张三", TestIds.First, "TP1"));
        var token = await app.IssueKeyAsync("TP1");
        using var teacher = app.CreateBearer(token);

        var student = await FunctionApp.ReadAsync(await teacher.GetAsync(new Uri("/api/cohorts/AK1/students/S1", UriKind.Relative), Token));
        var listed = await (await admin.GetAsync(new Uri("/api/access-keys", UriKind.Relative), Token)).Content.ReadAsStringAsync(Token);

        Assert.Equal("S1", student.GetProperty("studentNumber").GetString());
        Assert.Contains(token.Split('_')[1], listed, StringComparison.Ordinal);
        Assert.DoesNotContain(token[^43..], listed, StringComparison.Ordinal);
        Assert.DoesNotContain(app.LogLines, line => line.Contains(token[^43..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stores_nothing_from_which_a_key_could_be_made()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AK2", ("S1", "张三", TestIds.First, "TP1"));
        var token = await app.IssueKeyAsync("TP1");

        var row = (await new TableClient(emulator.ConnectionString, "AccessKeys")
            .GetEntityAsync<TableEntity>("key", token.Split('_')[1], cancellationToken: Token)).Value;

        var dump = string.Join('\n', row.Select(column => column.Value is byte[] bytes
            ? $"{Convert.ToBase64String(bytes)} {Convert.ToHexString(bytes)} {System.Text.Encoding.Latin1.GetString(bytes)}"
            : $"{column.Value}"));
        Assert.DoesNotContain(token[^43..], dump, StringComparison.Ordinal);
        Assert.DoesNotContain(token[^43..].Replace('-', '+').Replace('_', '/'), dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_key_back_at_once()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AK3", ("S1", "张三", TestIds.First, "TP1"));
        var token = await app.IssueKeyAsync("TP1");
        using var teacher = app.CreateBearer(token);
        Assert.Equal(HttpStatusCode.OK, (await teacher.GetAsync(new Uri("/api/cohorts", UriKind.Relative), Token)).StatusCode);

        var revoked = await FunctionApp.ReadAsync(
            await admin.PostAsJsonAsync($"/api/access-keys/{token.Split('_')[1]}/revoke", new { }, Token));

        Assert.False(revoked.GetProperty("isValid").GetBoolean());
        Assert.Equal("access-key-revoked", await CodeAsync(await teacher.GetAsync(new Uri("/api/cohorts", UriKind.Relative), Token)));
    }

    [Fact]
    public async Task Replaces_a_key_with_both_good_for_a_while_or_the_old_one_gone_at_once()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AK4", ("S1", "张三", TestIds.First, "TP1"));
        var first = await app.IssueKeyAsync("TP1");

        var second = await RotateAsync(admin, first, new { });
        Assert.All(await StatusesAsync(app, first, second), status => Assert.Equal(HttpStatusCode.OK, status));
        var third = await RotateAsync(admin, second, new { overlapHours = 0 });

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK], await StatusesAsync(app, first, second, third));
    }

    [Theory]
    [InlineData("{\"holder\":\"王\",\"role\":\"teachingPoint\",\"teachingPoint\":\"NOWHERE\"}", 404, "teaching-point-unknown")]
    [InlineData("{\"holder\":\"王\",\"role\":\"principal\"}", 400, "request-invalid")]
    [InlineData("{\"holder\":\"王\",\"role\":\"administrator\",\"days\":0}", 400, "request-invalid")]
    [InlineData("{\"holder\":\"王\",\"role\":\"administrator\",\"secret\":\"x\"}", 400, "request-invalid")]
    [InlineData("{\"role\":\"administrator\"}", 400, "value-missing")]
    public async Task Makes_no_key_of_a_bad_request(string body, int status, string code)
    {
        using var app = new FunctionApp(emulator);
        using var admin = app.CreateAdmin();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await admin.PostAsync(new Uri("/api/access-keys", UriKind.Relative), content, Token);

        Assert.Equal((status, code), ((int)response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task Signs_a_teachers_decisions_with_the_holders_name_and_the_teaching_points_role()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AK5", ("S1", "张三", TestIds.First, "TP1"));
        await app.UploadAsync($"AK5/TP1/{TestIds.First}.jpg", TestKit.SampleFiles.Portrait());
        using var teacher = app.CreateBearer(await app.IssueKeyAsync("TP1"));
        var student = await FunctionApp.ReadAsync(await teacher.GetAsync(new Uri("/api/cohorts/AK5/students/S1", UriKind.Relative), Token));
        var sha256 = student.GetProperty("photo").GetProperty("sha256").GetString();

        (await teacher.PostAsJsonAsync("/api/cohorts/AK5/students/S1/photo/not-this-person", new { sha256, reason = "不是本人" }, Token))
            .EnsureSuccessStatusCode();

        var after = await FunctionApp.ReadAsync(await admin.GetAsync(new Uri("/api/cohorts/AK5/students/S1", UriKind.Relative), Token));
        var last = after.GetProperty("history").EnumerateArray().Last();
        Assert.Equal(("teaching-point", "王老师"), (last.GetProperty("by").GetString(), last.GetProperty("person").GetString()));
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Forbidden)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task Lets_a_teaching_point_answer_for_a_student_only_where_class_teachers_may(bool may, HttpStatusCode status)
    {
        var cohort = $"AK6{may}";
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync(cohort, ("S1", "张三", TestIds.First, "TP1"));
        (await admin.PutAsJsonAsync(
            $"/api/cohorts/{cohort}",
            new { name = "测试届", collectionOpensOn = "2020-01-01", collectionClosesOn = "2099-12-31", proofing = new { classTeacherMayProof = may } },
            Token)).EnsureSuccessStatusCode();
        using var teacher = app.CreateBearer(await app.IssueKeyAsync("TP1"));

        using var response = await teacher.PostAsJsonAsync(
            $"/api/cohorts/{cohort}/students/S1/proofing", new { @event = "pictureConfirmed" }, Token);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Shows_a_teaching_point_no_window_of_another_one()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("AK8", ("S1", "张三", TestIds.First, "TP1"));
        var windows = new[] { "TP1", "TP2" }.Select(teachingPoint => new { teachingPoint, opensOn = "2020-01-01", closesOn = "2099-01-01" });
        (await admin.PutAsJsonAsync(
            "/api/cohorts/AK8", new { name = "测试届", collectionOpensOn = "2020-01-01", collectionClosesOn = "2099-12-31", windows }, Token))
            .EnsureSuccessStatusCode();
        using var teacher = app.CreateBearer(await app.IssueKeyAsync("TP1"));

        var address = new Uri("/api/cohorts/AK8", UriKind.Relative);
        var seen = await (await teacher.GetAsync(address, Token)).Content.ReadAsStringAsync(Token);

        Assert.Contains("TP1", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("TP2", seen, StringComparison.Ordinal);
        Assert.Contains("TP2", await (await admin.GetAsync(address, Token)).Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_a_key_that_asks_too_often_and_nobody_else()
    {
        using var app = new FunctionApp(emulator) { Settings = { ["TeachingPointRequestsPerMinute"] = "5" } };
        using var admin = await app.EnrolAsync("AK7", ("S1", "张三", TestIds.First, "TP1"));
        using var busy = app.CreateBearer(await app.IssueKeyAsync("TP1"));
        using var calm = app.CreateBearer(await app.IssueKeyAsync("TP1"));
        var address = new Uri("/api/cohorts/AK7/students/S1", UriKind.Relative);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync(address, Token)).StatusCode);
        }

        using var refused = await busy.GetAsync(address, Token);

        Assert.Equal(("quota-exceeded", HttpStatusCode.TooManyRequests), (await CodeAsync(refused), refused.StatusCode));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync(address, Token)).StatusCode);
    }

    private static async Task<string> RotateAsync(HttpClient admin, string token, object body) => (await FunctionApp.ReadAsync(
        await admin.PostAsJsonAsync($"/api/access-keys/{token.Split('_')[1]}/rotate", body, Token))).GetProperty("token").GetString()!;

    private static async Task<List<HttpStatusCode>> StatusesAsync(FunctionApp app, params string[] tokens)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var token in tokens)
        {
            using var client = app.CreateBearer(token);
            statuses.Add((await client.GetAsync(new Uri("/api/cohorts", UriKind.Relative), Token)).StatusCode);
        }

        return statuses;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString();
}
