using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

/// <summary>What a later roster does, seen from outside on a real Azurite.</summary>
public sealed class RosterChangesTests(EmulatorFixture emulator)
{
    private const string Headings = "学号,姓名,身份证号,教学点,邮箱\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Moves_a_student_out_of_every_list_of_the_old_place_with_photo_findings_and_history()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("M1", ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP1"));
        await app.UploadAsync($"M1/TP1/{TestIds.First}.jpg", SampleFiles.File("greyscale"));
        var before = await GetAsync(admin, "M1/students/S1");

        var report = await ImportAsync(admin, "M1", $"S1,张三,{TestIds.First},TP2,a@b.example");

        Assert.Equal((1, 0), (report.GetProperty("moved").GetInt32(), report.GetProperty("updated").GetInt32()));
        var after = await GetAsync(admin, "M1/students/S1");
        Assert.Equal(("TP2", "TP1"), (after.GetProperty("teachingPoint").GetString(), after.GetProperty("movedFrom").GetString()));
        Assert.Equal(Photo(before), Photo(after));
        Assert.Equal(
            ["PhotoRejected", "StudentMoved"], after.GetProperty("history").EnumerateArray().Select(line => line.GetProperty("event").GetString()!));
        Assert.Equal(["S2"], Numbers(await GetAsync(admin, "M1/teaching-points/TP1/students")));
        Assert.Equal(["S1"], Numbers(await GetAsync(admin, "M1/teaching-points/TP2/students")));
        Assert.Equal(2, (await GetAsync(admin, "M1/summary")).GetProperty("students").GetInt32());

        // The old place's uploads are nobody's now, the new place's are the student's.
        await app.UploadAsync($"M1/TP1/{TestIds.First}.jpg", SampleFiles.Portrait());
        Assert.Equal("rejected", (await GetAsync(admin, "M1/students/S1")).GetProperty("collection").GetString());
        await app.UploadAsync($"M1/TP2/{TestIds.First}.jpg", SampleFiles.Portrait());
        Assert.Equal("accepted", (await GetAsync(admin, "M1/students/S1")).GetProperty("collection").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Gives_a_new_student_the_upload_that_waited_whatever_storage_call_is_the_last(bool afterEffect)
    {
        await using var app = new FunctionApp(emulator);
        var reoffer = app.Services.GetRequiredService<QuarantineReoffer>();
        for (var call = 1; call <= 40; call++)
        {
            var cohort = $"W{(afterEffect ? "A" : "B")}{call}";
            using var admin = await app.EnrolAsync(cohort);

            // Rejected by its header: nothing is decoded in all these rounds.
            var eTag = await app.UploadAsync($"{cohort}/TP1/{TestIds.First}.jpg", SampleFiles.File("greyscale"));
            Assert.Equal("quarantined", await OutcomeAsync(admin, cohort, eTag));
            await ImportAsync(admin, cohort, $"S1,张三,{TestIds.First},TP1,a@b.example");

            app.Faults.DieAt(call, afterEffect);
            _ = await Record.ExceptionAsync(() => reoffer.RunAsync(CohortCode.Parse(cohort).Value!, Token));
            var calls = app.Faults.Calls;
            app.Faults.DieAt(0, false);
            Assert.Contains(await OutcomeAsync(admin, cohort, eTag), new[] { "quarantined", "rejected" });
            await reoffer.RunAsync(CohortCode.Parse(cohort).Value!, Token);

            Assert.Equal("rejected", await OutcomeAsync(admin, cohort, eTag));
            Assert.Equal("rejected", (await GetAsync(admin, $"{cohort}/students/S1")).GetProperty("collection").GetString());
            if (call > calls)
            {
                return;
            }
        }

        Assert.Fail("The round had more calls than this test looks at.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Takes_requests_along_whatever_storage_call_of_a_move_is_the_last(bool afterEffect)
    {
        await using var app = new FunctionApp(emulator);
        var register = app.Services.GetRequiredService<IStudentRegister>();
        for (var call = 1; call <= 60; call++)
        {
            var cohort = $"MOVE{(afterEffect ? "A" : "B")}{call}";
            using var admin = await app.EnrolAsync(cohort, ("S1", "张三", TestIds.First, "TP1"));
            var body = new { kind = "reprint", reason = "printMissing", description = "未收到", by = "王老师" };
            (await admin.PostAsJsonAsync($"/api/cohorts/{cohort}/students/S1/requests", body, Token)).EnsureSuccessStatusCode();
            var before = await GetAsync(admin, $"{cohort}/students/S1/requests");

            app.Faults.DieAt(call, afterEffect);
            _ = await Record.ExceptionAsync(() => ImportAsync(admin, cohort, $"S1,张三,{TestIds.First},TP2,a@b.example"));
            var calls = app.Faults.Calls;
            app.Faults.DieAt(0, false);
            await register.RepairAsync(CohortCode.Parse(cohort).Value!, DateTimeOffset.MaxValue, Token);
            await ImportAsync(admin, cohort, $"S1,张三,{TestIds.First},TP2,a@b.example");

            Assert.Equal(before.GetRawText(), (await GetAsync(admin, $"{cohort}/students/S1/requests")).GetRawText());
            Assert.Empty((await GetAsync(admin, $"{cohort}/teaching-points/TP1/requests")).GetProperty("items").EnumerateArray());
            Assert.Single((await GetAsync(admin, $"{cohort}/teaching-points/TP2/requests")).GetProperty("items").EnumerateArray());
            if (call > calls)
            {
                // And back again.
                await ImportAsync(admin, cohort, $"S1,张三,{TestIds.First},TP1,a@b.example");
                Assert.Equal(before.GetRawText(), (await GetAsync(admin, $"{cohort}/students/S1/requests")).GetRawText());
                return;
            }
        }

        Assert.Fail("The move had more calls than this test looks at.");
    }

    [Fact]
    public async Task Removes_a_student_from_every_list_and_takes_the_waiting_photo_when_the_student_comes_back()
    {
        await using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("REMOVED1", ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP1"));
        await app.UploadAsync($"REMOVED1/TP1/{TestIds.First}.jpg", SampleFiles.File("greyscale"));

        Assert.Equal("value-missing", await RemoveAsync(admin, "REMOVED1/students/S1", """{"by":"王老师"}"""));
        Assert.Equal("204", await RemoveAsync(admin, "REMOVED1/students/S1", """{"by":"王老师","reason":"退学"}"""));
        Assert.Equal("student-number-unknown", await RemoveAsync(admin, "REMOVED1/students/S1", """{"by":"王老师","reason":"退学"}"""));

        Assert.Equal(["S2"], Numbers(await GetAsync(admin, "REMOVED1/teaching-points/TP1/students")));
        Assert.Equal(1, (await GetAsync(admin, "REMOVED1/summary")).GetProperty("students").GetInt32());
        var eTag = await app.UploadAsync($"REMOVED1/TP1/{TestIds.First}.jpg", SampleFiles.Portrait());
        Assert.Equal("quarantined", await OutcomeAsync(admin, "REMOVED1", eTag));

        Assert.Equal(1, (await ImportAsync(admin, "REMOVED1", $"S1,张三,{TestIds.First},TP1,")).GetProperty("added").GetInt32());
        await app.Services.GetRequiredService<QuarantineReoffer>().RunAsync(CohortCode.Parse("REMOVED1").Value!, Token);
        var student = await GetAsync(admin, "REMOVED1/students/S1");
        Assert.Equal("accepted", student.GetProperty("collection").GetString());
        Assert.Equal(
            ["PhotoRejected", "StudentRemoved", "PhotoAccepted"],
            student.GetProperty("history").EnumerateArray().Select(line => line.GetProperty("event").GetString()!).Take(3));
        Assert.Equal("退学", student.GetProperty("history")[1].GetProperty("reason").GetString());
    }

    private static async Task<string> RemoveAsync(HttpClient admin, string address, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri($"/api/cohorts/{address}", UriKind.Relative))
        {
            Content = new StringContent(body, null, "application/json"),
        };
        using var response = await admin.SendAsync(request, Token);
        return response.StatusCode == System.Net.HttpStatusCode.NoContent
            ? "204"
            : (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString()!;
    }

    // Exactly one outcome, always.
    private static async Task<string> OutcomeAsync(HttpClient admin, string cohort, string eTag) =>
        Assert.Single(
            (await GetAsync(admin, $"{cohort}/teaching-points/TP1/uploads")).GetProperty("items").EnumerateArray(),
            upload => upload.GetProperty("etag").GetString() == eTag)
        .GetProperty("outcome").GetString()!;

    private static IEnumerable<string> Numbers(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(student => student.GetProperty("studentNumber").GetString()!);

    private static async Task<JsonElement> GetAsync(HttpClient admin, string address) =>
        await FunctionApp.ReadAsync(await admin.GetAsync(new Uri($"/api/cohorts/{address}", UriKind.Relative), Token));

    private static async Task<JsonElement> ImportAsync(HttpClient admin, string cohort, string row)
    {
        using var content = new StringContent(Headings + row);
        return await FunctionApp.ReadAsync(await admin.PostAsync(new Uri($"/api/cohorts/{cohort}/roster", UriKind.Relative), content, Token));
    }

    // Without the links to the pictures, which are signed anew for everyone who looks.
    private static string Photo(JsonElement student)
    {
        var photo = JsonNode.Parse(student.GetProperty("photo").GetRawText())!.AsObject();
        photo.Remove("links");
        return photo.ToJsonString();
    }
}
