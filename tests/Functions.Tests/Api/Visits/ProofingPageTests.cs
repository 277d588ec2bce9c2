using System.Net;
using System.Text;
using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Functions.Tests.Api.Visits;

public sealed class ProofingPageTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_the_question_and_changes_nothing_however_often_it_is_looked_at()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VP1");
        var link = await visit.ProofingLinkAsync();
        var (student, history) = (await visit.StudentAsync(), await visit.HistoryAsync());
        for (var look = 0; look < 5; look++)
        {
            var (status, text) = await visit.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("张**同学（学号尾号0001）", text, StringComparison.Ordinal);
            Assert.All(
                ["正确", "无图像", "非本人", "信息有误"],
                answer => Assert.Contains($"<b>{answer}</b>", text, StringComparison.Ordinal));
            Assert.DoesNotContain("张三丰", text, StringComparison.Ordinal);
            Assert.DoesNotContain(TestIds.First, text, StringComparison.Ordinal);
            Assert.DoesNotContain("S20230001", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        }

        using var head = await visit.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), Token);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        var after = await visit.StudentAsync();
        Assert.Equal((student.Proofing, student.ProofingSince), (after.Proofing, after.ProofingSince));
        Assert.Equal(history, await visit.HistoryAsync());
        Assert.Empty(await visit.AuditAsync());
    }

    [Fact]
    public async Task Lets_nothing_run_nothing_load_and_nobody_keep_the_page()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VP2");

        using var response = await visit.Browser.GetAsync(new Uri(await visit.ProofingLinkAsync(), UriKind.Relative), Token);

        var policy = string.Join("; ", response.Headers.GetValues("Content-Security-Policy"));
        Assert.Matches(
            "^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$", policy);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VP3a", "correct", ProofingStatus.Confirmed, "PictureConfirmed student")]
    [InlineData("VP3b", "no-picture", ProofingStatus.Disputed, "PictureDisputed student no-picture")]
    [InlineData("VP3c", "not-me", ProofingStatus.Disputed, "PictureDisputed student not-me")]
    [InlineData("VP3d", "wrong-details", ProofingStatus.Disputed, "PictureDisputed student wrong-details")]
    public async Task Records_an_answer_once(string cohort, string answer, ProofingStatus expected, string line)
    {
        using var visit = await VisitCase.BeginAsync(emulator, cohort);
        var link = await visit.ProofingLinkAsync();

        var (status, text) = await visit.PostAsync(link, ("answer", answer));
        var since = (await visit.StudentAsync()).ProofingSince;
        var again = await visit.PostAsync(link, ("answer", answer));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("提交成功", text, StringComparison.Ordinal);
        Assert.Equal((status, text), again);
        Assert.Equal((expected, since), ((await visit.StudentAsync()).Proofing, (await visit.StudentAsync()).ProofingSince));
        Assert.Equal(line, Assert.Single(await visit.HistoryAsync(), entry => entry.StartsWith("Picture", StringComparison.Ordinal)));
        Assert.All(await visit.AuditAsync(), told => Assert.Equal($"proofingAnswered S20230001 {answer}", told));
    }

    [Fact]
    public async Task Tells_what_was_answered_and_takes_no_other_answer()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VP4");
        var link = await visit.ProofingLinkAsync();
        await visit.PostAsync(link, ("answer", "not-me"));

        var shown = await visit.GetAsync(link);
        var other = await visit.PostAsync(link, ("answer", "correct"));
        var near = await visit.PostAsync(link, ("answer", "no-picture"));
        var none = await visit.PostAsync(link);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("此前的答复是：非本人", shown.Text, StringComparison.Ordinal);
        Assert.All([other, near, none], refused =>
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("此前的答复是：非本人", refused.Text, StringComparison.Ordinal);
            Assert.Contains("link-used", refused.Text, StringComparison.Ordinal);
        });
        Assert.Single(await visit.HistoryAsync(), entry => entry.StartsWith("Picture", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Takes_one_of_two_different_answers_that_come_at_once()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VP5");
        var link = await visit.ProofingLinkAsync();

        var answers = await Task.WhenAll(
            visit.PostAsync(link, ("answer", "correct")),
            visit.PostAsync(link, ("answer", "not-me")),
            visit.PostAsync(link, ("answer", "no-picture")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(2, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Single(await visit.HistoryAsync(), entry => entry.StartsWith("Picture", StringComparison.Ordinal));
        Assert.Single(await visit.AuditAsync());
    }

    [Fact]
    public async Task Asks_anew_by_a_new_link_after_a_correction()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VP6");
        var old = await visit.ProofingLinkAsync();
        await visit.PostAsync(old, ("answer", "wrong-details"));
        await visit.RecordAsync("correctionRequested");
        var correcting = await visit.GetAsync(old);
        await visit.RecordAsync("correctionMade");

        var over = await visit.PostAsync(old, ("answer", "correct"));
        var anew = await visit.PostAsync(await visit.ProofingLinkAsync(), ("answer", "correct"));

        Assert.Contains("勘误中", correcting.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, over.Status);
        Assert.Contains("请使用最近一封邮件中的链接", over.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, anew.Status);
        Assert.Equal(ProofingStatus.Confirmed, (await visit.StudentAsync()).Proofing);
    }

    [Fact]
    public async Task Names_the_photo_unit_and_the_teaching_point_to_whoever_disputes()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VP7");
        await visit.SettleAsync(new
        {
            name = "测试届",
            collectionOpensOn = "2020-01-01",
            collectionClosesOn = "2099-12-31",
            units = new[] { new { name = "新华社图片社", contact = "陈", phone = "010-1234", mail = "unit@photo.example" } },
        });
        var link = await visit.ProofingLinkAsync();

        var asked = await visit.GetAsync(link);
        var disputed = await visit.PostAsync(link, ("answer", "no-picture"));

        Assert.DoesNotContain("新华社图片社", asked.Text, StringComparison.Ordinal);
        Assert.All(
            ["新华社图片社", "010-1234", "unit@photo.example", "教学点"],
            part => Assert.Contains(part, disputed.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("VP8a", "answer=", "application/x-www-form-urlencoded")]
    [InlineData("VP8b", "answer=Correct", "application/x-www-form-urlencoded")]
    [InlineData("VP8c", "answer=correct&answer=not-me", "application/x-www-form-urlencoded")]
    [InlineData("VP8d", "other=correct", "application/x-www-form-urlencoded")]
    [InlineData("VP8e", "{\"answer\":\"correct\"}", "application/json")]
    [InlineData("VP8f", "--x\r\nContent-Disposition: form-data; name=\"answer\"\r\n\r\ncorrect", "multipart/form-data; boundary=x")]
    [InlineData("VP8g", "", "text/plain")]
    [InlineData("VP8h", "answer=correct", "application/x-www-form-urlencoded; charset=utf-7")]
    public async Task Asks_again_when_no_answer_came(string cohort, string body, string contentType)
    {
        using var visit = await VisitCase.BeginAsync(emulator, cohort);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var request = new HttpRequestMessage(HttpMethod.Post, await visit.ProofingLinkAsync()) { Content = content };
        var (status, text) = await visit.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("请先选择一项", text, StringComparison.Ordinal);
        Assert.Equal(ProofingStatus.Due, (await visit.StudentAsync()).Proofing);
    }

    [Fact]
    public async Task Takes_no_long_form()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VP9");

        var (status, _) = await visit.PostAsync(await visit.ProofingLinkAsync(), ("answer", "correct"), ("more", new string('x', 10_000)));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(ProofingStatus.Due, (await visit.StudentAsync()).Proofing);
    }

    [Fact]
    public async Task Shows_what_stands_in_names_as_text()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VP10", "<script>alert(1)</script>");
        await visit.SettleAsync(
            new { name = "\"><img src=x onerror=alert(1)>", collectionOpensOn = "2020-01-01", collectionClosesOn = "2099-12-31" });

        using var response = await visit.Browser.GetAsync(new Uri(await visit.ProofingLinkAsync(), UriKind.Relative), Token);

        var raw = await response.Content.ReadAsStringAsync(Token);
        Assert.DoesNotContain("<img", raw, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;img", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_the_cohorts_language()
    {
        using var visit = await VisitCase.BeginAsync(emulator, "VP11");
        await visit.SettleAsync(
            new { name = "Class of 2024", collectionOpensOn = "2020-01-01", collectionClosesOn = "2099-12-31", language = "en" });

        var (_, text) = await visit.GetAsync(await visit.ProofingLinkAsync());

        Assert.Contains("<html lang=\"en\">", text, StringComparison.Ordinal);
        Assert.Contains("Check your degree photo", text, StringComparison.Ordinal);
        Assert.DoesNotContain("请", text, StringComparison.Ordinal);
    }
}
