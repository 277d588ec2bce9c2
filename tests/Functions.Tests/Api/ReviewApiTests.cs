using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class ReviewApiTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Shows_a_reviewer_what_was_found_with_figures_and_hints()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "R1");

        var student = await review.StudentAsync();

        Assert.Equal(("inReview", "findings"), (Text(student, "collection"), Text(student, "review")));
        var finding = Assert.Single(student.GetProperty("photo").GetProperty("findings").EnumerateArray());
        Assert.Equal("photo-blurred", Text(finding, "code"));
        Assert.True(finding.GetProperty("needsReview").GetBoolean());
        Assert.All(["expected", "measured", "messageZh", "hintZh"], name => Assert.NotEmpty(Text(finding, name)));
        Assert.Equal(2, student.GetProperty("photo").GetProperty("outputs").GetArrayLength());
    }

    [Fact]
    public async Task Approves_and_locks()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "R2");

        using var response = await review.ActAsync("approve", reason: null);

        var answer = await FunctionApp.ReadAsync(response);
        Assert.Equal("accepted", Text(answer, "collection"));
        Assert.Equal("王老师", Text(answer.GetProperty("photo").GetProperty("lastAct"), "person"));
        await review.UploadAsync(SampleFiles.Portrait(2));
        var lines = (await review.StudentAsync()).GetProperty("history").EnumerateArray().ToList();
        Assert.Equal("ProofingFellDue", Text(lines[^1], "event"));
        var line = lines[^2];
        Assert.Equal(
            ("ReviewApproved", "InReview", "Accepted", "admin", "王老师", "photo-blurred"),
            (Text(line, "event"), Text(line, "from"), Text(line, "to"), Text(line, "by"), Text(line, "person"), Text(line, "details")));
        Assert.Contains("photo-locked", await OutcomesAsync(review));
    }

    [Fact]
    public async Task Refuses_with_a_reason_for_the_student_and_keeps_those_bytes_refused()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "R3");

        Assert.Equal("rejected", await review.DoAsync("refuse"));

        var photo = (await review.StudentAsync()).GetProperty("photo");
        Assert.Equal("理由充分", Text(photo.GetProperty("lastAct"), "reason"));
        var findings = photo.GetProperty("findings").EnumerateArray().Select(finding => Text(finding, "code"));
        Assert.Equal(["photo-refused", "photo-blurred"], findings);
        await review.UploadAsync(SampleFiles.Portrait());
        Assert.Equal("rejected", Text(await review.StudentAsync(), "collection"));
        Assert.Equal(["in-review", "unchanged"], (await OutcomesAsync(review)).Order(StringComparer.Ordinal));
        await review.UploadAsync(SampleFiles.Portrait(2));
        Assert.Equal("inReview", Text(await review.StudentAsync(), "collection"));
    }

    [Fact]
    public async Task Takes_an_appeal_to_an_administrator_with_both_pictures()
    {
        using var review = await ReviewCase.RejectedAsync(emulator, "R4");
        Assert.Empty((await review.StudentAsync()).GetProperty("photo").GetProperty("outputs").EnumerateArray());

        Assert.Equal("inReview", await review.DoAsync("appeal"));

        Assert.Equal("appeal", Text(await review.StudentAsync(), "review"));
        foreach (var picture in new[] { "original", "platform-120x160", "chsi-480x640" })
        {
            Assert.Equal(HttpStatusCode.OK, (await review.SendAsync($"students/S1/photo/{picture}")).StatusCode);
        }

        Assert.Equal("accepted", await review.DoAsync("appeal/grant"));
    }

    [Fact]
    public async Task Takes_no_second_appeal_after_a_denied_one()
    {
        using var review = await ReviewCase.RejectedAsync(emulator, "R5");
        await review.DoAsync("appeal");

        Assert.Equal("rejected", await review.DoAsync("appeal/deny"));

        await AssertProblemAsync("appeal-decided", await review.ActAsync("appeal"));
    }

    [Fact]
    public async Task Names_what_nobody_can_question()
    {
        using var review = await ReviewCase.RejectedAsync(emulator, "R6");
        await review.UploadAsync(SampleFiles.File("greyscale"));

        var problem = await AssertProblemAsync("appeal-not-possible", await review.ActAsync("appeal"));

        Assert.Contains("photo-greyscale", Text(problem, "messageZh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_nothing_to_a_photo_that_the_reviewer_has_not_seen()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "R7");
        var seen = await review.Sha256Async();
        await review.UploadAsync(SampleFiles.Portrait(2));

        await AssertProblemAsync("photo-changed", await review.ActAsync("approve", seen));

        Assert.Equal("inReview", Text(await review.StudentAsync(), "collection"));
    }

    [Fact]
    public async Task Answers_a_repeated_call_as_the_first_one_and_another_with_a_problem()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "R8");
        var seen = await review.Sha256Async();
        var first = await (await review.ActAsync("refuse", seen)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var again = await (await review.ActAsync("refuse", seen)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(first, again);
        await AssertProblemAsync("transition-illegal", await review.ActAsync("refuse", seen, by: "李老师"));
        await AssertProblemAsync("transition-illegal", await review.ActAsync("approve", seen));
        await AssertProblemAsync("transition-illegal", await review.ActAsync("appeal/deny", seen));
    }

    [Fact]
    public async Task Lets_one_of_two_reviewers_at_once_win()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "R9");
        var seen = await review.Sha256Async();

        var answers = await Task.WhenAll(review.ActAsync("approve", seen), review.ActAsync("refuse", seen));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task Gives_a_reviewer_and_a_newer_photo_one_clear_end()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "R10");
        var seen = await review.Sha256Async();

        var approval = review.ActAsync("approve", seen);
        await Task.WhenAll(approval, review.UploadAsync(SampleFiles.Portrait(2)));

        var student = await review.StudentAsync();
        if ((await approval).IsSuccessStatusCode)
        {
            Assert.Equal(("accepted", seen), (Text(student, "collection"), Text(student.GetProperty("photo"), "sha256")));
            Assert.Contains("photo-locked", await OutcomesAsync(review));
        }
        else
        {
            await AssertProblemAsync("photo-changed", await approval);
            Assert.Equal("inReview", Text(student, "collection"));
            Assert.NotEqual(seen, Text(student.GetProperty("photo"), "sha256"));
        }
    }

    [Fact]
    public async Task Lists_what_waits_of_the_cohort_or_a_teaching_point_by_kind_and_page()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "R11");
        await review.App.UploadAsync($"R11/TP2/{TestIds.Second}.jpg", SampleFiles.Portrait(3));
        await review.DoAsync("refuse");
        await review.DoAsync("appeal");

        Assert.Equal(["S1", "S2"], await ListAsync(review, ""));
        Assert.Equal(["S1"], await ListAsync(review, "?kind=appeal"));
        Assert.Equal(["S2"], await ListAsync(review, "?kind=findings"));
        Assert.Equal(["S2"], await ListAsync(review, "?teachingPoint=TP2"));
        Assert.Equal([], await ListAsync(review, "?teachingPoint=TP2&kind=appeal"));
        var page = await review.GetAsync("reviews?top=1");
        Assert.Equal(64, Text(page.GetProperty("items")[0].GetProperty("photo"), "sha256").Length);
        Assert.Equal(["S2"], await ListAsync(review, $"?top=1&continuation={Text(page, "continuation")}"));
    }

    [Theory]
    [InlineData("approve", "short", "王老师", null, "request-invalid")]
    [InlineData("approve", null, " ", null, "value-missing")]
    [InlineData("refuse", null, "王老师", "", "value-missing")]
    [InlineData("refuse", null, "王老师", "a\nb", "control-character")]
    public async Task Refuses_what_it_cannot_keep(string act, string? sha256, string by, string? reason, string code)
    {
        using var review = await ReviewCase.InReviewAsync(emulator, $"R12{code[..2]}{reason?.Length}");

        await AssertProblemAsync(code, await review.ActAsync(act, sha256, by, reason), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("GET", "reviews?kind=nope", HttpStatusCode.BadRequest, "request-invalid")]
    [InlineData("GET", "reviews?teachingPoint=none", HttpStatusCode.NotFound, "teaching-point-unknown")]
    [InlineData("POST", "students/none/photo/approve", HttpStatusCode.NotFound, "student-number-unknown")]
    [InlineData("POST", "students/S1/photo/approve", HttpStatusCode.Conflict, "transition-illegal")]
    [InlineData("POST", "students/S1/photo/appeal", HttpStatusCode.Conflict, "transition-illegal")]
    public async Task Answers_with_a_problem_where_nothing_waits(string method, string address, HttpStatusCode status, string code)
    {
        using var app = new FunctionApp(emulator);
        var cohort = $"R13{address.Length}";
        using var admin = await app.EnrolAsync(cohort, ("S1", "张三", TestIds.First, "TP1"));
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/cohorts/{cohort}/{address}")
        {
            Content = method == "POST" ? JsonContent.Create(new { sha256 = new string('0', 64), by = "王老师", reason = "理由" }) : null,
        };

        await AssertProblemAsync(code, await admin.SendAsync(request, TestContext.Current.CancellationToken), status);
    }

    [Fact]
    public async Task Tells_no_log_and_no_problem_what_a_person_wrote()
    {
        using var review = await ReviewCase.InReviewAsync(emulator, "R14");
        var seen = await review.Sha256Async();
        using var refused = await review.ActAsync("refuse", seen, "欧阳审核", "张三本人要求");
        using var problem = await review.ActAsync("approve", seen, "欧阳审核", "张三本人要求");

        var text = await problem.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            + (await review.GetAsync("reviews")).GetRawText() + string.Join('\n', review.App.LogLines);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.DoesNotContain("欧阳审核", text, StringComparison.Ordinal);
        Assert.DoesNotContain("本人要求", text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestIds.First, (await review.StudentAsync()).GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> AssertProblemAsync(
        string code, HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.Conflict)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((status, code), (response.StatusCode, Text(problem, "code")));
        return problem;
    }

    private static async Task<IEnumerable<string>> ListAsync(ReviewCase review, string query) =>
        (await review.GetAsync($"reviews{query}")).GetProperty("items").EnumerateArray().Select(item => Text(item, "studentNumber"));

    private static async Task<IEnumerable<string>> OutcomesAsync(ReviewCase review) =>
        (await review.GetAsync("teaching-points/TP1/uploads")).GetProperty("items").EnumerateArray().Select(item => Text(item, "outcome"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
