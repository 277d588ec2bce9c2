using System.Net;
using System.Text.RegularExpressions;

namespace PhotoFunctions.Functions.Tests.Pages.College;

public sealed partial class StudentPageTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Shows_both_pictures_the_findings_and_the_history_and_tells_the_audit_trail()
    {
        using var page = await PageCase.CreateAsync(emulator, "PSP1", isInReview: true);
        await page.UploadAsync(TestIds.First);
        using var teacher = await page.OpenAsync("TP1");

        var text = await PageCase.ReadAsync(teacher, page.Dashboard("/S1"));

        Assert.Contains("<h1>张三 <span class=\"small\">S1</span></h1>", text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestIds.First, text, StringComparison.Ordinal);
        Assert.Equal(2, Picture().Count(text));
        Assert.Contains("/api/cohorts/PSP1/students/S1/photo/original", text, StringComparison.Ordinal);
        Assert.Contains("照片清晰度", text, StringComparison.Ordinal);
        Assert.Contains("转人工审核", text, StringComparison.Ordinal);
        Assert.Equal(["approve", "refuse", "request"], Offered(text));
        Assert.Contains("value=\"王老师\"", text, StringComparison.Ordinal);
        Assert.Contains("studentViewed", await AuditAsync(page, "PSP1"));
    }

    [Fact]
    public async Task Says_in_words_what_is_not_there()
    {
        using var page = await PageCase.CreateAsync(emulator, "PSP2");
        using var admin = await page.OpenAsync();

        var text = await PageCase.ReadAsync(admin, page.Dashboard("/S2"));

        Assert.Contains("还没有照片", text, StringComparison.Ordinal);
        Assert.Contains("尚未确认", text, StringComparison.Ordinal);
        Assert.Equal(
            ["proofing", "verification", "request", "correct-proofing", "correct-verification", "remove"], Offered(text));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_what_its_forms_ask_for_and_comes_back_with_the_news()
    {
        using var page = await PageCase.CreateAsync(emulator, "PSP3", isInReview: true);
        await page.UploadAsync(TestIds.First);
        using var teacher = await page.OpenAsync("TP1");
        var sha256 = await page.Sha256Async("S1");

        using var answer = await PageCase.PostAsync(
            teacher, page.Dashboard("/S1/acts/refuse"), ("sha256", sha256), ("by", "李老师"), ("reason", "背景<b>不均</b>"));

        Assert.Equal(
            (HttpStatusCode.SeeOther, page.Dashboard("/S1?done=refuse")), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var text = await PageCase.ReadAsync(teacher, answer.Headers.Location!.ToString());
        Assert.Contains("role=\"status\">已完成：驳回", text, StringComparison.Ordinal);
        Assert.Contains("背景&lt;b&gt;不均&lt;/b&gt;", text, StringComparison.Ordinal);
        Assert.Equal(["appeal", "request"], Offered(text));
        Assert.Equal("rejected", await page.CollectionAsync("S1"));
        Assert.Contains("photoDecided", await AuditAsync(page, "PSP3"));
    }

    [Fact]
    public async Task Shows_the_new_photo_to_who_decided_about_the_old_one_and_keeps_what_was_typed()
    {
        using var page = await PageCase.CreateAsync(emulator, "PSP4", isInReview: true);
        await page.UploadAsync(TestIds.First);
        using var teacher = await page.OpenAsync("TP1");
        var old = await page.Sha256Async("S1");
        await page.UploadAsync(TestIds.First, portrait: 2);
        var views = (await AuditAsync(page, "PSP4")).Count(action => action == "studentViewed");

        using var answer = await PageCase.PostAsync(
            teacher, page.Dashboard("/S1/acts/refuse"), ("sha256", old), ("by", "李老师"), ("reason", "眼镜\"反光"));

        var text = await PageCase.ReadAsync(answer, HttpStatusCode.Conflict);
        Assert.Contains("role=\"alert\"", text, StringComparison.Ordinal);
        Assert.Contains("照片已更换", text, StringComparison.Ordinal);
        Assert.Contains("value=\"眼镜&quot;反光\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"李老师\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(old, text, StringComparison.Ordinal);
        Assert.Contains($"name=\"sha256\" value=\"{await page.Sha256Async("S1")}\"", text, StringComparison.Ordinal);

        // Nothing was done, but a student was looked at; one of the lines is of the question just above.
        var after = await AuditAsync(page, "PSP4");
        Assert.DoesNotContain("photoDecided", after);
        Assert.Equal(views + 2, after.Count(action => action == "studentViewed"));
    }

    [Fact]
    public async Task Takes_every_kind_of_form()
    {
        using var page = await PageCase.CreateAsync(emulator, "PSP5");
        await page.UploadAsync(TestIds.First);
        using var admin = await page.OpenAsync();
        var by = ("by", "赵老师");
        var reason = ("reason", "电话核实");
        (string Act, (string, string)[] Form)[] forms =
        [
            ("confirm-person", [("sha256", await page.Sha256Async("S1")), by]),
            ("proofing", [("value", "PictureDisputed"), by]),
            ("request", [("value", "NotThePerson"), ("description", "学信网图像不是本人"), by]),
            ("verification", [("value", "IdentityFailed"), by, reason]),
            ("correct-proofing", [("value", "Due"), by, reason]),
            ("correct-verification", [("value", "Pending"), by, reason]),
        ];

        foreach (var (act, form) in forms)
        {
            using var answer = await PageCase.PostAsync(admin, page.Dashboard($"/S1/acts/{act}"), form);
            Assert.Equal((act, HttpStatusCode.SeeOther), (act, answer.StatusCode));
        }

        var text = await PageCase.ReadAsync(admin, page.Dashboard("/S1"));
        foreach (var told in new[] { "确认是本人", "校对有误", "勘误：待提交", "核验未通过", "更正校对状态", "更正核验状态", "学信网图像不是本人" })
        {
            Assert.Contains(told, text, StringComparison.Ordinal);
        }

        var id = RequestId().Match(text).Groups[1].Value;
        using var sent = await PageCase.PostAsync(admin, page.Dashboard("/S1/acts/advance-request"), ("id", id), ("value", "Sent"), by);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("已提交", await PageCase.ReadAsync(admin, page.Dashboard("/S1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removes_nobody_without_a_word_that_this_is_meant()
    {
        using var page = await PageCase.CreateAsync(emulator, "PSP6");
        using var admin = await page.OpenAsync();
        (string, string)[] form = [("by", "赵老师"), ("reason", "退学")];

        using var unsure = await PageCase.PostAsync(admin, page.Dashboard("/S1/acts/remove"), form);
        await PageCase.ReadAsync(unsure, HttpStatusCode.BadRequest);
        await PageCase.ReadAsync(admin, page.Dashboard("/S1"));

        using var sure = await PageCase.PostAsync(admin, page.Dashboard("/S1/acts/remove"), [.. form, ("sure", "yes")]);

        Assert.Equal(HttpStatusCode.SeeOther, sure.StatusCode);
        Assert.Contains("S1的学生已移出名单", await PageCase.ReadAsync(admin, sure.Headers.Location!.ToString()), StringComparison.Ordinal);
        await PageCase.ReadAsync(admin, page.Dashboard("/S1"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Keeps_others_students_and_administrators_acts_from_a_teaching_point()
    {
        using var page = await PageCase.CreateAsync(emulator, "PSP7");
        using var teacher = await page.OpenAsync("TP1");

        await PageCase.ReadAsync(teacher, page.Dashboard("/S3"), HttpStatusCode.NotFound);
        await PageCase.ReadAsync(
            await PageCase.PostAsync(teacher, page.Dashboard("/S3/acts/proofing"), ("value", "PictureDisputed")), HttpStatusCode.NotFound);
        await PageCase.ReadAsync(
            await PageCase.PostAsync(teacher, page.Dashboard("/S1/acts/remove"), ("sure", "yes")), HttpStatusCode.Forbidden);
        await PageCase.ReadAsync(
            await teacher.PostAsync(page.Dashboard("/S1/acts/request"), ("value", "PrintMissing")), HttpStatusCode.BadRequest);
    }

    private static async Task<IReadOnlyList<string>> AuditAsync(PageCase page, string cohort)
    {
        using var admin = page.App.CreateAdmin();
        var actions = new List<string>();
        for (var next = ""; next is not null;)
        {
            var listed = await FunctionApp.ReadAsync(await admin.GetAsync(
                new Uri($"/api/audit?top=1000&studentNumber=S1{next}", UriKind.Relative), TestContext.Current.CancellationToken));
            actions.AddRange(listed.GetProperty("items").EnumerateArray()
                .Where(line => line.GetProperty("cohort").GetString() == cohort)
                .Select(line => line.GetProperty("action").GetString()!));
            next = listed.GetProperty("continuation").GetString() is { } token ? $"&continuation={Uri.EscapeDataString(token)}" : null;
        }

        return actions;
    }

    private static List<string> Offered(string page) => [.. Act().Matches(page).Select(match => match.Groups[1].Value).Distinct()];

    [GeneratedRegex("<img class=\"photo-frame\" src=\"http[^\"]+\" width=\"240\" height=\"320\" alt=\"[^\"]+\"")]
    private static partial Regex Picture();

    [GeneratedRegex("action=\"[^\"]*/acts/([^\"]*)\"")]
    private static partial Regex Act();

    [GeneratedRegex("name=\"id\" value=\"(\\d+)\"")]
    private static partial Regex RequestId();
}
